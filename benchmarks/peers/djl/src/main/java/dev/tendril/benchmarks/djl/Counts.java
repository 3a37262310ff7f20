package dev.tendril.benchmarks.djl;

import ai.djl.nn.Block;

/** Counts parameters. */
final class Counts {
    private Counts() {}

    /** The learnt numbers of a block. */
    static long of(Block block) {
        return block.getParameters().values().stream()
                .mapToLong(parameter -> parameter.getArray().getShape().size())
                .sum();
    }
}
