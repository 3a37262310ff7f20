package dev.tendril.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The public signatures stand in {@code api/api.txt}, so that a change to them is seen in the commit that makes it. After a wanted
 * change, {@code mvn -pl api test -Dtendril.api.update=true} writes the file anew.
 */
class ApiSignatureTest {
    private static final Path FILE = Path.of("api.txt");

    @Test
    void publicSignaturesAreThoseCommitted() throws Exception {
        String actual = signatures();
        if (Boolean.getBoolean("tendril.api.update")) {
            Files.writeString(FILE, actual);
        }
        assertThat(actual)
                .as("public signatures differ from api/api.txt; if the change is wanted, run"
                        + " mvn -pl api test -Dtendril.api.update=true and commit the file")
                .isEqualTo(Files.readString(FILE));
    }

    private static String signatures() throws Exception {
        List<String> lines = new ArrayList<>();
        for (Class<?> type : publicTypes()) {
            lines.add(declaration(type));
            members(type).forEach(member -> lines.add("    " + member));
        }
        return String.join("\n", lines) + "\n";
    }

    private static List<Class<?>> publicTypes() throws Exception {
        Path root = Path.of(HostImplemented.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        List<Class<?>> types = new ArrayList<>();
        for (String name : classNames(root)) {
            Class<?> type = ApiSignatureTest.class.getClassLoader().loadClass(name);
            if (isVisible(type)) {
                types.add(type);
            }
        }
        return types;
    }

    private static Set<String> classNames(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(file -> root.relativize(file).toString())
                    .filter(file -> file.endsWith(".class") && !file.endsWith("-info.class"))
                    .map(file -> file.substring(0, file.length() - ".class".length())
                            .replace('/', '.')
                            .replace('\\', '.'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isVisible(Class<?> type) {
        if (type.isAnonymousClass() || type.isLocalClass() || !Modifier.isPublic(type.getModifiers())) {
            return false;
        }
        Class<?> outer = type.getDeclaringClass();
        return outer == null || isVisible(outer);
    }

    private static String declaration(Class<?> type) {
        String kind = type.isAnnotation()
                ? "annotation"
                : type.isRecord() ? "record" : type.isEnum() ? "enum" : type.isInterface() ? "interface" : "class";
        String sealed = type.isSealed() ? "sealed " : "";
        String parents = Stream.concat(
                        Stream.ofNullable(type.getGenericSuperclass())
                                .filter(parent -> parent != Object.class && !type.isEnum() && !type.isRecord()),
                        Arrays.stream(type.getGenericInterfaces()))
                .map(Type::getTypeName)
                .collect(Collectors.joining(", "));
        String parameters = type.getTypeParameters().length == 0
                ? ""
                : Arrays.stream(type.getTypeParameters())
                        .map(each -> each.getName() + " extends "
                                + Arrays.stream(each.getBounds())
                                        .map(Type::getTypeName)
                                        .collect(Collectors.joining(" & ")))
                        .collect(Collectors.joining(", ", "<", ">"));
        return sealed + kind + " " + type.getName() + parameters + (parents.isEmpty() ? "" : " : " + parents);
    }

    private static Set<String> members(Class<?> type) {
        Set<String> members = new TreeSet<>();
        for (Field field : type.getDeclaredFields()) {
            if (isPublished(field)) {
                members.add("field " + field.toGenericString());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (isPublished(constructor)) {
                members.add("constructor " + constructor.toGenericString());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (isPublished(method) && !method.isSynthetic()) {
                members.add("method " + (method.isDefault() ? "default " : "") + method.toGenericString());
            }
        }
        return members;
    }

    private static boolean isPublished(Member member) {
        return Modifier.isPublic(member.getModifiers()) || Modifier.isProtected(member.getModifiers());
    }
}
