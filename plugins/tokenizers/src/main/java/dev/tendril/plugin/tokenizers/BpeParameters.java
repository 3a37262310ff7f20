package dev.tendril.plugin.tokenizers;

import dev.tendril.api.InvalidParameter;
import dev.tendril.api.spi.Default;
import dev.tendril.api.spi.Param;
import dev.tendril.api.spi.Range;
import java.util.Optional;

/**
 * Parameters of {@code bpe}.
 *
 * @param size tokens at most, characters included
 * @param merges merges at most
 * @param minCount how often a pair must occur
 * @param mark where the mark of a space stands
 */
public record BpeParameters(
        @Param(
                "How many tokens are learnt at most, the characters of the training split included; 8000 if neither this nor merges"
                        + " is given.")
        @Range(min = 1)
        Optional<Integer> size,

        @Param("How many merges are learnt at most, instead of size.") @Range(min = 0)
        Optional<Integer> merges,

        @Param("How often two tokens must stand side by side in the training split to be merged.")
        @Default("2")
        @Range(min = 1)
        long minCount,

        @Param("Whether a word is marked at its end, as in the paper, or at its start.") @Default("end")
        SpaceMark mark) {
    private static final int SIZE = 8000;

    public BpeParameters {
        if (size.isPresent() && merges.isPresent()) {
            throw new InvalidParameter("merges", "size and merges both say when to stop; remove one");
        }
    }

    /** How many merges may be learnt over so many characters. */
    int limit(int characters) {
        return merges.orElseGet(() -> Alphabet.room(size.orElse(SIZE), characters));
    }
}
