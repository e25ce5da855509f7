/* The names model as constant bytes; MODEL_BIN is its path. */
#if defined(__wasm__)
	.section .rodata.fihris_names_model,"",@
#else
	.section .rodata
#endif
	.globl fihris_names_model
	.type fihris_names_model,@object
	.p2align 4
fihris_names_model:
	.incbin MODEL_BIN
	.globl fihris_names_model_end
	.type fihris_names_model_end,@object
fihris_names_model_end:
	.byte 0
	.size fihris_names_model, fihris_names_model_end-fihris_names_model
	.size fihris_names_model_end, 1
#if !defined(__wasm__)
	.section .note.GNU-stack,"",%progbits
#endif
