/* SPDX-License-Identifier: ISC */
/*
 * Fills the manual and what shells complete by: copies standard input and puts what the tables make
 * in the place of the lines @COMMANDS@, @KEYS@, @SETTINGS@ and @TABLE@, in Chinese where -ZH is
 * added.  Runs while the program is built.
 */
#include "config.h"

#include "command/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
main(void)
{
	char *line = NULL;
	size_t size = 0;

	while (getline(&line, &size, stdin) >= 0) {
		struct buf section = { 0 };

		if (strcmp(line, "@COMMANDS@\n") == 0)
			command_manual_commands(UI_EN, &section);
		else if (strcmp(line, "@COMMANDS-ZH@\n") == 0)
			command_manual_commands(UI_ZH, &section);
		else if (strcmp(line, "@KEYS@\n") == 0)
			command_manual_keys(UI_EN, &section);
		else if (strcmp(line, "@KEYS-ZH@\n") == 0)
			command_manual_keys(UI_ZH, &section);
		else if (strcmp(line, "@SETTINGS@\n") == 0)
			command_manual_settings(UI_EN, &section);
		else if (strcmp(line, "@SETTINGS-ZH@\n") == 0)
			command_manual_settings(UI_ZH, &section);
		else if (strcmp(line, "@TABLE@\n") == 0)
			command_manual_table(&section);
		else
			buf_add_str(&section, line);
		fputs(buf_str(&section), stdout);
		buf_release(&section);
	}
	free(line);
	return ferror(stdin) || fflush(stdout) != 0;
}
