package dev.tendril.nlp.batching;

/** What one example holds of a field, encoded. Its array is not copied: it is given away by whoever makes a row, and never changed. */
public sealed interface Row {

    /** Number of steps; 1 for a field without a time axis. */
    int steps();

    /**
     * One id a step.
     *
     * @param ids in order
     */
    @SuppressWarnings("ArrayRecordComponent") // rows are never compared
    record Ids(int[] ids) implements Row {
        @Override
        public int steps() {
            return ids.length;
        }
    }

    /**
     * One vector a step.
     *
     * @param steps how many
     * @param numbers step by step
     */
    @SuppressWarnings("ArrayRecordComponent") // rows are never compared
    record Numbers(int steps, float[] numbers) implements Row {
        public Numbers {
            if (steps < 0 || (steps == 0 ? numbers.length != 0 : numbers.length % steps != 0)) {
                throw new IllegalArgumentException(numbers.length + " numbers for " + steps + " steps");
            }
        }
    }
}
