package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.training.Reference;
import dev.tendril.nlp.vocabulary.SpecialTokens;
import java.util.List;

/**
 * Text as a sequence of token ids, [B, T]. A token without an id becomes the unknown token; where the vocabulary has none, it is an
 * error.
 *
 * @param tokenizer cuts the text
 * @param vocabulary gives the ids
 */
public record TextCodec(Tokenizer tokenizer, Vocabulary vocabulary) implements FieldCodec {
    @Override
    public int levels() {
        return 1;
    }

    @Override
    public int[] encode(Raw raw, String where) {
        List<String> tokens = tokenizer.tokenize(RawTexts.text(raw, where));
        int[] ids = new int[tokens.size()];
        for (int i = 0; i < ids.length; i++) {
            String token = tokens.get(i);
            ids[i] = vocabulary.id(token).orElseThrow(() -> new DataException(where, unknown(token)));
        }
        return ids;
    }

    @Override
    public IdSequence collate(List<int[]> rows) {
        return IdSequence.of(rows);
    }

    @Override
    public Reference.Text reference(Raw raw, String where) {
        String text = RawTexts.text(raw, where);
        return new Reference.Text(tokenizer.tokenize(text), text);
    }

    /** The tokens of generated ids as people read them. */
    public List<String> tokens(List<Integer> ids) {
        return ids.stream().map(id -> SpecialTokens.shown(vocabulary, id)).toList();
    }

    /** The text of tokens. */
    public String join(List<String> tokens) {
        return tokenizer.join(tokens);
    }

    private static String unknown(String token) {
        return "'" + token + "' does not occur in the training split and the vocabulary has no unknown token";
    }
}
