package dev.tendril.benchmarks.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class JvmOptionsTest {
    private static final Pattern OPTIONS = Pattern.compile("options\\+?=\\(([^)]*)\\)");

    /** Large pages apart, where this machine has none; apart from what the launcher tells the command line about itself, and from its archive of classes. */
    @Test
    void areThoseOfTheLauncher() throws IOException {
        String launcher = Files.readString(Path.of("..", "distribution", "zip", "src", "launcher", "tendril"));
        List<String> options = new ArrayList<>();
        Matcher matcher = OPTIONS.matcher(launcher);
        while (matcher.find()) {
            options.addAll(List.of(matcher.group(1).split(" ")));
        }
        options.removeIf(option -> option.contains("-Dtendril.")
                || option.startsWith("--enable-native-access")
                || option.contains("-XX:SharedArchiveFile=")
                || option.startsWith("-Xlog:cds")
                || (option.equals(JvmOptions.LARGE_PAGES) && !JvmOptions.givesLargePages()));
        assertThat(JvmOptions.LAUNCHER).isEqualTo(options);
    }
}
