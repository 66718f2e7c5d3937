# SPDX-License-Identifier: ISC
# The document that teaches the program, with what it cites.
tutorialdir = $(pkgdatadir)/tutorial
dist_tutorial_DATA = \
	tutorial/CFW_COP_2024_INF_8.en.txt \
	tutorial/CFW_COP_2024_INF_8.zh.txt \
	tutorial/CFW_COP_2024_L.12.en.txt \
	tutorial/CFW_COP_2024_L.12.zh.txt \
	tutorial/CFW_COP_2024_L.12_Rev.1.en.txt \
	tutorial/CFW_COP_2024_L.12_Rev.1.zh.txt

# Before it is installed the program looks beside itself.
all-local:
	@test -d tutorial || ln -s '$(abs_top_srcdir)/tutorial' tutorial
EXTRA_DIST += tests/tutorial.py tests/readme.sh tests/check/words.py
TESTS += tests/readme.sh
