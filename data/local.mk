# SPDX-License-Identifier: ISC
# What a desktop shows of the program, and what a catalogue of programs does.  APPLICATION_ID: configure.ac.
desktopdir = $(datadir)/applications
metainfodir = $(datadir)/metainfo
metainfo = data/$(APPLICATION_ID).metainfo.xml
dist_desktop_DATA = data/duan.desktop
nodist_metainfo_DATA = $(metainfo)
EXTRA_DIST += data/duan.metainfo.xml.in
CLEANFILES += $(metainfo)
$(metainfo): data/duan.metainfo.xml.in Makefile
	@$(MKDIR_P) data
	$(AM_V_GEN)sed -e 's/[@]APPLICATION_ID@/$(APPLICATION_ID)/' -e 's/[@]VERSION@/$(VERSION)/' \
		$(srcdir)/data/duan.metainfo.xml.in > $@
