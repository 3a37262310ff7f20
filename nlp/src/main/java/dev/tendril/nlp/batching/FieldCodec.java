package dev.tendril.nlp.batching;

import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Value;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.tensor.Engine;
import dev.tendril.api.training.Reference;
import java.util.List;
import java.util.Optional;

/** Turns the raw values of one field into rows of ids or numbers, and rows into a value of a batch. Immutable and thread-safe. */
public sealed interface FieldCodec
        permits TextCodec, LabelCodec, LabelsCodec, LabelSetCodec, LabelSetsCodec, NumbersCodec {

    /** What its rows hold. */
    enum Coded {
        /** Ids: {@link Row.Ids}. */
        IDS,
        /** Numbers: {@link Row.Numbers}. */
        NUMBERS
    }

    /** What its rows hold. */
    Coded coded();

    /** The tokens or labels that have ids, if it has any. */
    Optional<Vocabulary> vocabulary();

    /** Number of time axes of its values: 1 for a sequence, 0 for one id, set or vector an example. */
    int levels();

    /**
     * A raw value, encoded; a sequence holds neither begin nor end token.
     *
     * @param where what the value belongs to, {@code file:line} or the name of an input, for messages
     * @throws dev.tendril.api.DataException if the value does not fit
     */
    Row encode(Raw raw, String where);

    /**
     * Rows as one value: ids [B, T] padded with 0, or [B]; numbers [B, T, D] padded with 0, or [B, D].
     *
     * @param engine makes the tensors of numbers, which belong to no pass
     */
    Value collate(List<Row> rows, Engine engine);

    /**
     * What predictions of this field are judged against.
     *
     * @throws dev.tendril.api.DataException if the value does not fit
     */
    Reference reference(Raw raw, String where);
}
