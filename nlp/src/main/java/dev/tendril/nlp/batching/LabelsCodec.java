package dev.tendril.nlp.batching;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Optional;

/**
 * A class label a step as ids, [B, T]: the items of a list, or the words of a text.
 *
 * @param labels that have ids
 * @param cut steps that are left out
 */
public record LabelsCodec(Vocabulary labels, Cut cut) implements FieldCodec {
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
        return 1;
    }

    @Override
    public Row.Ids encode(Raw raw, String where) {
        Labels ids = new Labels(labels);
        return new Row.Ids(steps(raw, where).stream()
                .mapToInt(label -> ids.id(label, where))
                .toArray());
    }

    @Override
    public IdSequence collate(List<Row> rows, Engine engine) {
        return IdSequence.of(rows.stream().map(row -> ((Row.Ids) row).ids()).toList());
    }

    @Override
    public Reference.Text reference(Raw raw, String where) {
        List<String> steps = steps(raw, where);
        return new Reference.Text(steps, String.join(" ", steps));
    }

    private List<String> steps(Raw raw, String where) {
        return cut.of(RawValues.labels(raw, where));
    }
}
