package dev.tendril.nlp.batching;

import dev.tendril.api.DataException;
import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import dev.tendril.nlp.vocabulary.SpecialTokens;
import java.util.List;
import java.util.Optional;

/**
 * Text as a sequence of token ids, [B, T]. A token without an id becomes the unknown token; where the vocabulary has none, it is an
 * error.
 *
 * @param tokenizer cuts the text
 * @param tokens that have ids
 * @param cut tokens that are left out
 */
public record TextCodec(Tokenizer tokenizer, Vocabulary tokens, Cut cut) implements FieldCodec {
    @Override
    public Coded coded() {
        return Coded.IDS;
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return Optional.of(tokens);
    }

    @Override
    public int levels() {
        return 1;
    }

    @Override
    public Row.Ids encode(Raw raw, String where) {
        List<String> cutText = cut.of(tokenizer.tokenize(RawValues.text(raw, where)));
        int[] ids = new int[cutText.size()];
        for (int i = 0; i < ids.length; i++) {
            String token = cutText.get(i);
            ids[i] = tokens.id(token).orElseThrow(() -> new DataException(where, unknown(token)));
        }
        return new Row.Ids(ids);
    }

    @Override
    public IdSequence collate(List<Row> rows, Engine engine) {
        return IdSequence.of(rows.stream().map(row -> ((Row.Ids) row).ids()).toList());
    }

    @Override
    public Reference.Text reference(Raw raw, String where) {
        String text = RawValues.text(raw, where);
        List<String> whole = tokenizer.tokenize(text);
        List<String> kept = cut.of(whole);
        return new Reference.Text(kept, kept.size() == whole.size() ? text : tokenizer.join(kept));
    }

    /** The tokens of generated ids as people read them. */
    public List<String> shown(List<Integer> ids) {
        return ids.stream().map(id -> SpecialTokens.shown(tokens, id)).toList();
    }

    /** The text of tokens. */
    public String join(List<String> shown) {
        return tokenizer.join(shown);
    }

    private static String unknown(String token) {
        return "'" + token + "' does not occur in the training split and the vocabulary has no unknown token";
    }
}
