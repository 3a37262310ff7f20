package dev.tendril.runtime.spec;

import dev.tendril.api.data.Tokenizer;
import dev.tendril.api.spi.ComponentRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One field of the examples: what the graph sees of a reader's key. */
public sealed interface FieldSpec {

    /** The word for it in a model file. */
    String type();

    /** The reader's keys that must be there. */
    List<String> keys();

    /** Which tokens or labels have ids, if it has any. */
    default Optional<VocabularySpec> vocabulary() {
        return Optional.empty();
    }

    /** Its time axis, if it has one. */
    default Optional<StepsSpec> steps() {
        return Optional.empty();
    }

    /** A field of tokens or labels. */
    sealed interface Coded extends FieldSpec {
        /** Which tokens or labels have ids. */
        VocabularySpec ids();

        @Override
        default Optional<VocabularySpec> vocabulary() {
            return Optional.of(ids());
        }
    }

    /** A field of vectors. */
    sealed interface Vectors extends FieldSpec {
        /** The vectors. */
        NumbersSpec numbers();

        @Override
        default List<String> keys() {
            List<String> keys = new ArrayList<>(numbers().keys());
            numbers().naive().ifPresent(keys::add);
            numbers().scale().ifPresent(keys::add);
            return keys;
        }
    }

    /**
     * Text, a sequence of tokens.
     *
     * @param key the reader's key
     * @param tokenizer cuts the text
     * @param ids which tokens have ids
     * @param axis its time axis
     */
    record TextField(String key, ComponentRef<Tokenizer> tokenizer, VocabularySpec ids, StepsSpec axis)
            implements Coded {
        @Override
        public String type() {
            return "text";
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }

        @Override
        public Optional<StepsSpec> steps() {
            return Optional.of(axis);
        }
    }

    /**
     * A class label, one id.
     *
     * @param key the reader's key
     * @param ids which labels there are
     */
    record LabelField(String key, VocabularySpec ids) implements Coded {
        @Override
        public String type() {
            return "label";
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /**
     * A class label a step.
     *
     * @param keys the reader's keys; the labels of several stand one after the other
     * @param ids which labels there are
     * @param axis its time axis
     */
    record LabelsField(List<String> keys, VocabularySpec ids, StepsSpec axis) implements Coded {
        public LabelsField {
            keys = List.copyOf(keys);
        }

        @Override
        public String type() {
            return "labels";
        }

        @Override
        public Optional<StepsSpec> steps() {
            return Optional.of(axis);
        }
    }

    /**
     * A set of labels.
     *
     * @param key the reader's key
     * @param ids which labels there are
     */
    record LabelSetField(String key, VocabularySpec ids) implements Coded {
        @Override
        public String type() {
            return "label_set";
        }

        @Override
        public List<String> keys() {
            return List.of(key);
        }
    }

    /**
     * A set of labels a step.
     *
     * @param keys the reader's keys; the sets of several stand one after the other
     * @param ids which labels there are
     * @param axis its time axis
     */
    record LabelSetsField(List<String> keys, VocabularySpec ids, StepsSpec axis) implements Coded {
        public LabelSetsField {
            keys = List.copyOf(keys);
        }

        @Override
        public String type() {
            return "label_sets";
        }

        @Override
        public Optional<StepsSpec> steps() {
            return Optional.of(axis);
        }
    }

    /**
     * One vector.
     *
     * @param numbers the vector
     */
    record NumbersField(NumbersSpec numbers) implements Vectors {
        @Override
        public String type() {
            return "numbers";
        }
    }

    /**
     * A vector a step.
     *
     * @param numbers the vectors
     * @param axis their time axis
     */
    record FramesField(NumbersSpec numbers, StepsSpec axis) implements Vectors {
        @Override
        public String type() {
            return "frames";
        }

        @Override
        public Optional<StepsSpec> steps() {
            return Optional.of(axis);
        }
    }
}
