package dev.tendril.nlp.reader.fasta;

import static dev.tendril.nlp.reader.TestFolder.gzip;
import static dev.tendril.nlp.reader.TestFolder.read;
import static dev.tendril.nlp.reader.TestFolder.text;
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

class FastaTest {
    private final TestFolder folder = new TestFolder();

    @AfterEach
    void release() throws IOException {
        folder.close();
    }

    @Test
    void aNameItsDescriptionAndItsJoinedLinesAreAnExample() {
        folder.write("a.fa", ">seq1  a made-up protein \r\nMKV\r\nlaa*\r\n\n>seq2\nACGT-N");
        List<Example> examples = read(fasta("a.fa"));
        assertThat(examples).extracting(Example::origin).containsExactly("a.fa:1", "a.fa:5");
        assertThat(examples.get(0).values())
                .isEqualTo(Map.of(
                        "id", text("seq1"), "description", text("a made-up protein"), "sequence", text("MKVlaa*")));
        assertThat(examples.get(1).values())
                .isEqualTo(Map.of("id", text("seq2"), "description", text(""), "sequence", text("ACGT-N")));
        assertThat(fasta("a.fa").keys()).contains(Set.of("id", "description", "sequence"));
    }

    @Test
    void everyFileStartsWithANameOfItsOwn() {
        folder.write("a.fa", "> x\nAC\n");
        folder.write("b.fa.gz", gzip(">y\nGT\n"));
        assertThat(read(fasta("a.fa", "b.fa.gz")))
                .extracting(each -> each.values().get("sequence"))
                .containsExactly(text("AC"), text("GT"));
    }

    @Test
    void aSequenceOnOneLineMayBeLong() {
        folder.write("a.fa", ">x\n" + "ACGT".repeat(300_007) + "\n");
        assertThat(read(fasta("a.fa")).get(0).values()).containsEntry("sequence", text("ACGT".repeat(300_007)));
    }

    @Test
    void whatIsNoEntryIsRefusedAtItsPlace() {
        folder.write("before.fa", "\nACGT\n>x\nA\n");
        folder.write("nameless.fa", ">x\nA\n> \nC\n");
        folder.write("empty.fa", ">x\n>y\nC\n");
        folder.write("last.fa", ">x\nA\n>y\n\n");
        folder.write("comment.fa", ">x\n; old\nA\n");
        assertThatThrownBy(() -> read(fasta("before.fa")))
                .isInstanceOf(DataException.class)
                .hasMessage(
                        "before.fa:2: the line stands before any name; start each sequence with a line '>' and its name");
        assertThatThrownBy(() -> read(fasta("nameless.fa")))
                .hasMessage("nameless.fa:3: nothing stands behind '>'; name the sequence there");
        assertThatThrownBy(() -> read(fasta("empty.fa")))
                .hasMessage("empty.fa:1: the sequence 'x' is empty; remove its name, or add its letters");
        assertThatThrownBy(() -> read(fasta("last.fa")))
                .hasMessage("last.fa:3: the sequence 'y' is empty; remove its name, or add its letters");
        assertThatThrownBy(() -> read(fasta("comment.fa")))
                .hasMessage("comment.fa:2: the line starts with ';', a comment of older FASTA; remove it");
    }

    @Test
    void aFileWithoutASequenceIsAnError() {
        folder.write("a.fa", "\n");
        assertThatThrownBy(() -> read(fasta("a.fa")))
                .hasMessage("a.fa:2: the file ends without an example; fill it or leave it out");
    }

    @Test
    void noFileAtAllIsAnInvalidParameter() {
        assertThatThrownBy(() -> new FastaParameters(List.of())).isInstanceOf(InvalidParameter.class);
    }

    private Reader fasta(String... files) {
        return new FastaProvider().create(new FastaParameters(List.of(files)), folder);
    }
}
