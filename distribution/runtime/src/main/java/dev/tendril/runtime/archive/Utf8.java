package dev.tendril.runtime.archive;

import dev.tendril.api.DataException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text of an entry, decoded without replacing what is malformed. */
final class Utf8 {
    private Utf8() {}

    static String decode(String archive, String entry, ByteBuffer content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(content.duplicate())
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new DataException(archive, "entry '" + entry + "' is not valid UTF-8", malformed);
        }
    }
}
