# SPDX-License-Identifier: ISC
"""Commands with both databases in one folder, on a disk that tests/faults/disk.c may watch or make fail."""
import os, subprocess, sys

DUAN, DISK = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SANITIZED = '-fsanitize' in os.environ.get('DUAN_CC', '')
SECONDS = 120 if SANITIZED else 30


def command(folder):
    return [DUAN, '--no-config', '--ui=en', '--library=%s/library.db' % folder, '--notes=%s/notes.db' % folder]


def run(folder, *words, **env):
    """Given surroundings, the disk is watched."""
    if env and SANITIZED: # which must be first
        env['ASAN_OPTIONS'] = 'verify_asan_link_order=0:detect_leaks=0'
    try:
        return subprocess.run([*command(folder), *words], stdin=subprocess.DEVNULL, capture_output=True,
                              timeout=SECONDS, env=dict(os.environ, **env))
    except subprocess.TimeoutExpired:
        return subprocess.CompletedProcess(words, 999, b'', b'it hangs')
