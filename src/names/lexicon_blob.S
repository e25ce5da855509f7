/* The compiled lexicon as constant bytes; LEXICON_BIN is its path. */
#if defined(__wasm__)
	.section .rodata.fihris_lexicon,"",@
#else
	.section .rodata
#endif
	.globl fihris_lexicon_blob
	.type fihris_lexicon_blob,@object
	.p2align 4
fihris_lexicon_blob:
	.incbin LEXICON_BIN
fihris_lexicon_end:
	.size fihris_lexicon_blob, fihris_lexicon_end-fihris_lexicon_blob
#if !defined(__wasm__)
	.section .note.GNU-stack,"",%progbits
#endif
