package dev.tendril.nlp.reader.conllu;

import dev.tendril.api.data.Example;
import dev.tendril.nlp.reader.Lines;
import dev.tendril.nlp.reader.OpenFile;
import org.jspecify.annotations.Nullable;

/** The sentences of one file: lines up to an empty one. */
final class Sentences implements OpenFile {
    private final Lines lines;

    Sentences(Lines lines) {
        this.lines = lines;
    }

    @Override
    public @Nullable Example next() {
        Sentence sentence = null;
        for (String line = lines.next(); line != null; line = lines.next()) {
            if (!line.isBlank()) {
                sentence = sentence == null ? new Sentence(lines.where()) : sentence;
                sentence.add(line, lines.where());
            } else if (sentence != null) {
                return sentence.example();
            }
        }
        return sentence == null ? null : sentence.example();
    }

    @Override
    public String where() {
        return lines.where();
    }

    @Override
    public void close() {
        lines.close();
    }
}
