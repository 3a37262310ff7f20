package dev.tendril.nlp.reader.conllu;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
import static dev.tendril.nlp.reader.TestFolder.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tendril.api.DataException;
import dev.tendril.api.InvalidParameter;
import dev.tendril.api.data.Example;
import dev.tendril.api.data.Reader;
import dev.tendril.nlp.reader.TestFolder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConlluTest {
    private static final String SENTENCES = """
            # newdoc
            # text = Zum Haus.
            1-2|Zum|_|_|_|_|_|_|_|_
            1|Zu|zu|ADP|APPR|_|3|case|_|_
            2|dem|der|DET|ART|Case=Dat|3|det|_|_
            3|Haus|Haus|NOUN|NN|Case=Dat|0|root|_|SpaceAfter=No
            3.1|thought|_|_|_|_|_|_|0:root|_
            4|.|.|PUNCT|$.|_|3|punct|_|_

            1|Ja|ja|INTJ|ITJ|_|0|root|_|_
            """.replace('|', '\t');

    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void theColumnsOfASentenceAreListsWithATextForEveryWord() {
        folder.write("a.conllu", SENTENCES);
        List<Example> examples = read(conllu("a.conllu"));
        assertThat(examples).extracting(Example::origin).containsExactly("a.conllu:1", "a.conllu:10");
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of(
                        "form", texts("Zu", "dem", "Haus", "."),
                        "lemma", texts("zu", "der", "Haus", "."),
                        "upos", texts("ADP", "DET", "NOUN", "PUNCT"),
                        "xpos", texts("APPR", "ART", "NN", "$."),
                        "feats", texts("_", "Case=Dat", "Case=Dat", "_"),
                        "head", texts("3", "3", "0", "3"),
                        "deprel", texts("case", "det", "root", "punct"),
                        "text", text("Zum Haus.")));
        assertThat(examples.get(1).values()).containsEntry("form", texts("Ja")).doesNotContainKey("text");
        assertThat(conllu("a.conllu").keys())
                .contains(Set.of("form", "lemma", "upos", "xpos", "feats", "head", "deprel", "text"));
    }

    @Test
    void emptyLinesMayBeManyAndMissAtTheEndOfTheFile() {
        folder.write("a.conllu", "\n" + SENTENCES.replace("\n\n", "\r\n\n\n").stripTrailing());
        assertThat(read(conllu("a.conllu"))).hasSize(2);
        folder.write("b.conllu.gz", gzip(SENTENCES + "\n\n"));
        assertThat(read(conllu("b.conllu.gz"))).hasSize(2);
    }

    @Test
    void aLineThatIsNoWordIsRefusedAtItsPlace() {
        folder.write("columns.conllu", "1\tJa\tja\n");
        folder.write("one.conllu", SENTENCES + "Nein\n");
        folder.write("id.conllu", SENTENCES + "3\tx\tx\tX\tX\t_\t0\troot\t_\t_\n");
        folder.write("empty.conllu", "1\tx\tx\t\tX\t_\t0\troot\t_\t_\n");
        String remedy = ", not the 10 of CoNLL-U; divide columns by single tabs, and sentences by an empty line";
        assertThatThrownBy(() -> read(conllu("columns.conllu")))
                .isInstanceOf(DataException.class)
                .hasMessage("columns.conllu:1: the line has 3 columns" + remedy);
        assertThatThrownBy(() -> read(conllu("one.conllu")))
                .hasMessage("one.conllu:11: the line has 1 column" + remedy);
        assertThatThrownBy(() -> read(conllu("id.conllu")))
                .hasMessage(
                        "id.conllu:11: the word's id is '3' where 2 should follow; words are numbered from 1, and an"
                                + " empty line ends a sentence");
        assertThatThrownBy(() -> read(conllu("empty.conllu")))
                .hasMessage("empty.conllu:1: the column upos is empty; write _ for what is not known");
    }

    @Test
    void aSentenceWithoutAWordIsRefusedWhereItStarts() {
        folder.write("a.conllu", SENTENCES + "\n# sent_id = 3\n\n");
        assertThatThrownBy(() -> read(conllu("a.conllu")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "a.conllu:12: the sentence that starts here has no word; remove its comments, or the empty line"
                                + " in it");
    }

    @Test
    void aFileWithoutASentenceIsAnError() {
        folder.write("a.conllu", "\n\n");
        assertThatThrownBy(() -> read(conllu("a.conllu")))
                .hasMessage("a.conllu:3: the file ends without an example; fill it or leave it out");
    }

    @Test
    void noFileAtAllIsAnInvalidParameter() {
        assertThatThrownBy(() -> new ConlluParameters(List.of())).isInstanceOf(InvalidParameter.class);
    }

    private Reader conllu(String... files) {
        return new ConlluProvider().create(new ConlluParameters(List.of(files)), folder);
    }
}
