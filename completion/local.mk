# SPDX-License-Identifier: ISC
# Completion for shells: how they ask by hand, what there is from the tables.
bashcompletiondir = $(datadir)/bash-completion/completions
zshcompletiondir = $(datadir)/zsh/site-functions
fishcompletiondir = $(datadir)/fish/vendor_completions.d
nodist_bashcompletion_DATA = completion/duan
nodist_zshcompletion_DATA = completion/_duan
nodist_fishcompletion_DATA = completion/duan.fish
completions = $(nodist_bashcompletion_DATA) $(nodist_zshcompletion_DATA) $(nodist_fishcompletion_DATA)
EXTRA_DIST += completion/duan.bash.in completion/duan.zsh.in completion/duan.fish.in tests/completion.sh
CLEANFILES += $(completions)
TESTS += tests/completion.sh
completion/duan: completion/duan.bash.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) completion
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/completion/duan.bash.in > $@
completion/_duan: completion/duan.zsh.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) completion
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/completion/duan.zsh.in > $@
completion/duan.fish: completion/duan.fish.in src/print-manual$(EXEEXT)
	@$(MKDIR_P) completion
	$(AM_V_GEN)src/print-manual$(EXEEXT) < $(srcdir)/completion/duan.fish.in > $@
