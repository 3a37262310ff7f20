package dev.tendril.contracts.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import java.io.Externalizable;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;

/** Uses of the JDK that would break a promise to embedders: no code from data, no exit, no console, no global loader. */
final class ForbiddenCalls {
    private static final String PLUGIN_LOADER = "dev.tendril.runtime.plugin..";
    private static final String COMMAND_LINE = "dev.tendril.cli..";
    private static final String MAIN = "dev.tendril.cli.Main";

    private ForbiddenCalls() {}

    static ArchRule javaSerialisation() {
        return noClasses()
                .should()
                .dependOnClassesThat(assignableTo(ObjectInputStream.class))
                .orShould()
                .dependOnClassesThat(assignableTo(ObjectOutputStream.class))
                .orShould()
                .dependOnClassesThat(assignableTo(Externalizable.class))
                .orShould(ArchCondition.from(declaredSerialisable()))
                .because("nothing that is read may run code");
    }

    static ArchRule classesByName() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(PLUGIN_LOADER)
                .should()
                .accessTargetWhere(memberOf(Class.class, "forName"))
                .orShould()
                .accessTargetWhere(memberOf(ClassLoader.class, "loadClass", "defineClass", "findClass"))
                .orShould()
                .accessTargetWhere(memberOf(
                        MethodHandles.Lookup.class,
                        "findClass",
                        "defineClass",
                        "defineHiddenClass",
                        "ensureInitialized"))
                .because("only the plugin loader makes classes from names");
    }

    static ArchRule exit() {
        return noClasses()
                .that()
                .doNotHaveFullyQualifiedName(MAIN)
                .should()
                .accessTargetWhere(memberOf(System.class, "exit"))
                .orShould()
                .accessTargetWhere(memberOf(Runtime.class, "exit", "halt"))
                .because("a library never ends the process of its host");
    }

    /** Reading it is forbidden; a thread of our own is given none, so that it holds on to nothing of the host. */
    static ArchRule contextClassLoader() {
        return noClasses()
                .should()
                .accessTargetWhere(memberOf(Thread.class, "getContextClassLoader"))
                .orShould()
                .accessTargetWhere(oneArgument(ServiceLoader.class, "load"))
                .because("the thread's class loader is the host's affair; loaders are passed explicitly");
    }

    static ArchRule console() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(COMMAND_LINE)
                .should()
                .accessTargetWhere(memberOf(System.class, "out", "err", "in", "setOut", "setErr", "setIn", "console"))
                .orShould()
                .accessTargetWhere(memberOf(Throwable.class, "printStackTrace"))
                .because("standard input and output belong to the command line");
    }

    private static DescribedPredicate<JavaClass> declaredSerialisable() {
        return describe("declared Serializable", type -> type.getRawInterfaces().stream()
                .anyMatch(declared -> declared.isEquivalentTo(Serializable.class)));
    }

    /** Calls, method references and field accesses alike. */
    private static DescribedPredicate<JavaAccess<?>> memberOf(Class<?> owner, String... names) {
        Set<String> wanted = Set.of(names);
        return describe(
                "the target is " + owner.getSimpleName() + "." + String.join("/", List.of(names)),
                access -> access.getTargetOwner().isAssignableTo(owner) && wanted.contains(access.getName()));
    }

    private static DescribedPredicate<JavaAccess<?>> oneArgument(Class<?> owner, String name) {
        return memberOf(owner, name)
                .and(describe(
                        "it takes one argument",
                        access -> access.getTarget() instanceof CodeUnitAccessTarget target
                                && target.getRawParameterTypes().size() == 1));
    }
}
