package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Param;
import java.util.ArrayList;
import java.util.List;

/**
 * What byte-pair encoding learns. A token is numbered: the characters first, then what each merge makes.
 *
 * @param characters each a code point
 * @param left number of the left token of each merge, in the order they were learnt
 * @param right number of its right token
 */
public record BpeMerges(
        @Param("The characters of the training split.") List<String> characters,
        @Param("Number of the left token of each merge.") List<Integer> left,
        @Param("Number of the right token of each merge.") List<Integer> right) {

    /** Longest token, in UTF-16 units: neither rulers in a text nor a state that is no honest one make longer ones. */
    static final int LONGEST = 256;

    public BpeMerges {
        characters = List.copyOf(characters);
        left = List.copyOf(left);
        right = List.copyOf(right);
        if (left.size() != right.size()) {
            throw new IllegalArgumentException(left.size() + " left and " + right.size() + " right tokens of merges");
        }
        tokens(characters, left, right);
    }

    /** Every token by its number. */
    List<String> tokens() {
        return tokens(characters, left, right);
    }

    private static List<String> tokens(List<String> characters, List<Integer> left, List<Integer> right) {
        List<String> tokens = new ArrayList<>(characters);
        for (int merge = 0; merge < left.size(); merge++) {
            int one = left.get(merge);
            int other = right.get(merge);
            if (Math.min(one, other) < 0 || Math.max(one, other) >= tokens.size()) {
                throw new IllegalArgumentException("merge " + merge + " is of tokens " + one + " and " + other
                        + ", and there are " + tokens.size() + " before it");
            }
            String token = tokens.get(one) + tokens.get(other);
            if (token.length() > LONGEST) {
                throw new IllegalArgumentException(
                        "merge " + merge + " makes a token of more than " + LONGEST + " units");
            }
            tokens.add(token);
        }
        return tokens;
    }
}
