package dev.tendril.plugin.tokenizers;

import dev.tendril.api.data.Fitted;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.NoParameters;
import dev.tendril.api.spi.TokenizerProvider;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One token per byte of the text in UTF-8. A byte that is a printable ASCII character is written as that character, any other as
 * {@code <0xE2>}. Joining restores the text exactly; bytes that are no UTF-8, which a model may generate, become U+FFFD, and so does a
 * token that is no byte.
 */
final class BytesTokenizer implements Tokenizer {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final String OPEN = "<0x";
    private static final byte[] NO_BYTE = "\uFFFD".getBytes(StandardCharsets.UTF_8);

    @Override
    public List<String> tokenize(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> tokens = new ArrayList<>(bytes.length);
        for (byte each : bytes) {
            boolean printable = each >= ' ' && each <= '~';
            tokens.add(printable ? String.valueOf((char) each) : OPEN + HEX.toHexDigits(each) + ">");
        }
        return tokens;
    }

    @Override
    public String join(List<String> tokens) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(tokens.size());
        for (String token : tokens) {
            bytes.writeBytes(bytes(token));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String token) {
        if (token.length() == 1) {
            return token.getBytes(StandardCharsets.UTF_8);
        }
        boolean written = token.length() == OPEN.length() + 3
                && token.startsWith(OPEN)
                && token.endsWith(">")
                && HexFormat.isHexDigit(token.charAt(OPEN.length()))
                && HexFormat.isHexDigit(token.charAt(OPEN.length() + 1));
        return written ? HEX.parseHex(token.substring(OPEN.length(), token.length() - 1)) : NO_BYTE;
    }

    static final class Provider implements TokenizerProvider<NoParameters> {
        @Override
        public String name() {
            return "bytes";
        }

        @Override
        public Class<NoParameters> parameters() {
            return NoParameters.class;
        }

        @Override
        public String description() {
            return "One token per byte of the text in UTF-8; joined exactly.";
        }

        @Override
        public Fitted<?, String, Tokenizer> create(NoParameters parameters) {
            return Fitted.constant(BytesTokenizer::new);
        }
    }
}
