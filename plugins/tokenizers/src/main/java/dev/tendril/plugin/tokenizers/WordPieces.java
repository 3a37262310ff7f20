package dev.tendril.plugin.tokenizers;

import dev.tendril.api.spi.Param;
import java.util.List;

/**
 * What WordPiece learns.
 *
 * @param pieces each once; one that goes on with a word starts with {@code ##}
 */
public record WordPieces(@Param("The pieces.") List<String> pieces) {

    /** Opens a piece that goes on with a word. */
    static final String CONTINUED = "##";

    /** Longest piece, in UTF-16 units. */
    static final int LONGEST = 256;

    public WordPieces {
        pieces = List.copyOf(pieces);
        for (String piece : pieces) {
            if (piece.isEmpty() || piece.length() > LONGEST) {
                throw new IllegalArgumentException("a piece has " + piece.length() + " units, want 1 to " + LONGEST);
            }
        }
    }

    /** The piece that two pieces of one word make. */
    static String joined(String left, String right) {
        return left + right.substring(CONTINUED.length());
    }
}
