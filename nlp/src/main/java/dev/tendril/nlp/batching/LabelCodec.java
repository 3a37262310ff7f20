package dev.tendril.nlp.batching;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A class label as one id an example, [B]. The label is the whole text, white space included.
 *
 * @param labels that have ids
 */
public record LabelCodec(Vocabulary labels) implements FieldCodec {
    @Override
    public Coded coded() {
        return Coded.IDS;
    }

    @Override
    public Optional<Vocabulary> vocabulary() {
        return Optional.of(labels);
    }

    @Override
    public int levels() {
        return 0;
    }

    @Override
    public Row.Ids encode(Raw raw, String where) {
        return new Row.Ids(new int[] {new Labels(labels).id(RawValues.label(raw, where), where)});
    }

    @Override
    public IdSequence collate(List<Row> rows, Engine engine) {
        return IdSequence.single(
                rows.stream().mapToInt(row -> ((Row.Ids) row).ids()[0]).toArray());
    }

    @Override
    public Reference.Label reference(Raw raw, String where) {
        return new Reference.Label(RawValues.label(raw, where));
    }
}
