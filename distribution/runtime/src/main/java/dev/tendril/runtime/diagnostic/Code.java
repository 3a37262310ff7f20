package dev.tendril.runtime.diagnostic;

/** The stable codes of problems; each has a page of its name in {@code docs/errors}. */
public enum Code {
    /** The file cannot be read, is not UTF-8, or is too large. */
    UNREADABLE_FILE("TDL-1001"),
    /** The text is not YAML. */
    SYNTAX("TDL-1002"),
    /** A key stands twice in one mapping. */
    DUPLICATE_KEY("TDL-1003"),
    /** Tags, merge keys, several documents, keys that are not text. */
    FORBIDDEN_YAML("TDL-1004"),
    /** An alias stands inside what it repeats. */
    CYCLIC_ALIAS("TDL-1005"),
    /** Nested too deeply, or too much once aliases are followed. */
    TOO_LARGE("TDL-1006"),
    /** A variable is unknown or not allowed. */
    UNKNOWN_VARIABLE("TDL-1007"),
    /** An override names a path that does not exist. */
    UNKNOWN_PATH("TDL-1008"),
    /** The format of the file is another version. */
    FORMAT_VERSION("TDL-1009"),
    /** A value has the wrong type. */
    WRONG_TYPE("TDL-1101"),
    /** A value is outside its range, or refused by the component. */
    OUT_OF_RANGE("TDL-1102"),
    /** A key that nothing reads. */
    UNKNOWN_KEY("TDL-1103"),
    /** A required key is not given. */
    MISSING_KEY("TDL-1104"),
    /** No component has this name. */
    UNKNOWN_COMPONENT("TDL-1201"),
    /** A component of this name is planned, or comes with a plugin that is not installed. */
    NOT_INSTALLED("TDL-1202"),
    /** A short name that several plugins use. */
    AMBIGUOUS_COMPONENT("TDL-1203"),
    /** Two plugins, or one twice, register one name. */
    DUPLICATE_COMPONENT("TDL-1204"),
    /** A jar lies in the folder of plugins instead of in a plugin's folder. */
    STRAY_JAR("TDL-1205"),
    /** A component failed while it was checked: a defect of its plugin. */
    COMPONENT_FAILED("TDL-1206"),
    /** A name is used twice in the graph, or cannot be a name. */
    BAD_NAME("TDL-1301"),
    /** An edge or reference names nothing that exists. */
    UNKNOWN_NAME("TDL-1302"),
    /** A node has no port of this name. */
    UNKNOWN_PORT("TDL-1303"),
    /** A required port is not connected. */
    MISSING_INPUT("TDL-1304"),
    /** The graph goes in a circle. */
    CYCLE("TDL-1305"),
    /** An edge carries another kind of value than the port takes. */
    KIND_MISMATCH("TDL-1306"),
    /** Two sizes that must agree differ. */
    SIZE_MISMATCH("TDL-1307"),
    /** A node that must see the whole sequence stands where one is generated. */
    NOT_STEPWISE("TDL-1308"),
    /** What a node reads or computes is used nowhere. */
    UNUSED("TDL-1309"),
    /** Two nodes cannot share parameters. */
    BAD_SHARE("TDL-1310"),
    /** The model has no head. */
    NO_HEAD("TDL-1311"),
    /** Early stopping watches what is not evaluated. */
    UNKNOWN_METRIC("TDL-1312"),
    /** A file that is named does not exist. */
    MISSING_FILE("TDL-1401"),
    /** A file that is named may not be read. */
    FORBIDDEN_FILE("TDL-1402"),
    /** A field names a key that the reader does not give. */
    UNKNOWN_DATA_KEY("TDL-1403"),
    /** A setting that changes nothing where it stands. */
    NO_EFFECT("TDL-1501"),
    /** A variable of the file that is used nowhere. */
    UNUSED_VARIABLE("TDL-1502");

    private final String id;

    Code(String id) {
        this.id = id;
    }

    /** The code as it is printed, such as {@code TDL-1103}. */
    public String id() {
        return id;
    }
}
