# SPDX-License-Identifier: ISC
sampledir = $(pkgdatadir)/sample
dist_sample_DATA = \
	sample/CFW_CONF_2015_6.en.txt \
	sample/CFW_CONF_2015_6.zh.txt \
	sample/CFW_COP_2024_13_Rev.1.zh.txt \
	sample/CFW_COP_2024_13_Rev.2.zh.txt \
	sample/CFW_COP_2024_17.zh.txt \
	sample/CFW_COP_2024_9.en.txt \
	sample/CFW_COP_2024_9.zh.txt \
	sample/CFW_COP_2024_9_Corr.1.zh.txt \
	sample/CFW_COP_2024_L.1_Add.2.zh.txt \
	sample/CFW_COP_2024_L.7.en.txt \
	sample/CFW_COP_2024_PV.2.zh.txt \
	sample/README
