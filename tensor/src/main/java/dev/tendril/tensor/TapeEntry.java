package dev.tendril.tensor;

/** A place on the tape of a pass: a tensor that was made, and from what. */
sealed interface TapeEntry permits TapeStep, UnrollTape.Output {

    /** The tensor. */
    PassTensor output();

    /** The tensors it was made from. */
    EngineTensor[] tensors();

    /** Whether gradients pass through. */
    boolean differentiable();
}
