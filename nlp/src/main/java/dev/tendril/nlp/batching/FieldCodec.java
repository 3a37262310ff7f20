package dev.tendril.nlp.batching;

import dev.tendril.api.data.IdSequence;
import dev.tendril.api.data.Raw;
import dev.tendril.api.data.Vocabulary;
import dev.tendril.api.training.Reference;
import java.util.List;

/** Turns the raw values of one field into ids, and rows of ids into a value of a batch. Immutable and thread-safe. */
public sealed interface FieldCodec permits TextCodec, LabelCodec {

    /** The tokens or labels that have ids. */
    Vocabulary vocabulary();

    /** Number of time axes of its values: 1 for a sequence, 0 for one id an example. */
    int levels();

    /**
     * The ids of a raw value; a sequence holds neither begin nor end token.
     *
     * @param where what the value belongs to, {@code file:line} or the name of an input, for messages
     * @throws dev.tendril.api.DataException if the value does not fit
     */
    int[] encode(Raw raw, String where);

    /** Rows of ids as one value: [B, T] padded with 0, or [B]. */
    IdSequence collate(List<int[]> rows);

    /**
     * What predictions of this field are judged against.
     *
     * @throws dev.tendril.api.DataException if the value does not fit
     */
    Reference reference(Raw raw, String where);
}
