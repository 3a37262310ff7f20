package dev.tendril.plugin.tokenizers;

import dev.tendril.api.TendrilException;

/** The characters of the training split, which are tokens whatever else is learnt. */
final class Alphabet {
    private Alphabet() {}

    /**
     * How many tokens may be learnt beside the characters.
     *
     * @throws TendrilException if the characters alone are too many
     */
    static int room(int size, int characters) {
        if (characters > size) {
            throw new TendrilException("the training split has " + characters
                    + " different characters, which are tokens already, and the tokenizer's size is " + size
                    + "; set a larger one");
        }
        return size - characters;
    }
}
