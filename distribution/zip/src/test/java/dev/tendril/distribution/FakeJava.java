package dev.tendril.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A Java home whose "java" prints its folder and its arguments, one a line, instead of running anything. Asked for an archive of classes,
 * it writes one, unless its home has a file "no-archives".
 */
record FakeJava(Path home) {
    private static final String PRINTS_ARGUMENTS = """
            #!/bin/sh
            if [ "$1" = "-version" ]; then echo 'openjdk version "%s" 2020-01-01' >&2; exit 0; fi
            for argument in "$@"; do
              case $argument in
                -XX:ArchiveClassesAtExit=*)
                  if [ -e "$(dirname "$0")/../no-archives" ]; then exit 1; fi
                  echo classes > "${argument#*=}"
                  exit 0
                  ;;
              esac
            done
            pwd
            for argument in "$@"; do printf '%%s\\n' "$argument"; done
            """;

    /** With the file that tells version and modules, as the usual JDKs have it. */
    static FakeJava withRelease(Path home, String version, String modules) throws IOException {
        FakeJava java = withoutRelease(home, version);
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\nMODULES=\"" + modules + "\"\n");
        return java;
    }

    /** One that fails when it is asked for an archive. */
    static FakeJava withoutArchives(Path home, String version) throws IOException {
        FakeJava java = withoutRelease(home, version);
        Files.createFile(home.resolve("no-archives"));
        return java;
    }

    /** Without that file: the version comes from "java -version" alone. */
    static FakeJava withoutRelease(Path home, String version) throws IOException {
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, PRINTS_ARGUMENTS.formatted(version));
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return new FakeJava(home);
    }
}
