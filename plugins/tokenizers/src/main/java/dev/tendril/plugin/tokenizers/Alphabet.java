package dev.tendril.plugin.tokenizers;

import dev.tendril.api.TendrilException;

/** The characters of the training split, which are tokens whatever else is learnt. */
final class Alphabet {
    private Alphabet() {}

    /**
     * How many tokens may be learnt beside the characters.
     *
     * @param size tokens at most
     * @param characters tokens that are characters
     * @throws TendrilException if the characters alone are too many
     */
    static int room(int size, int characters) {
        if (characters > size) {
            throw new TendrilException("the characters of the training split are " + characters
                    + " tokens already, and the tokenizer's size is " + size + "; set a larger one");
        }
        return size - characters;
    }
}
