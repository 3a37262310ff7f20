package dev.tendril.nlp.dates;

import java.util.Locale;

/** A language that dates are written in. */
public enum DateLanguage {
    /** English. */
    EN(0x2919429F),
    /** German. */
    DE(0xA879E89B),
    /** French. */
    FR(0xFDCCA24B),
    /** Spanish. */
    ES(0x5AF84745),
    /** Italian. */
    IT(0xE4D55054),
    /** Portuguese. */
    PT(0x9310CC52),
    /** Swedish. */
    SV(0x6DE6D678),
    /** Finnish. */
    FI(0x7AE63349),
    /** Polish. */
    PL(0x13313F1C),
    /** Czech. */
    CS(0xD3BE2AEA),
    /** Hungarian. */
    HU(0xF60A4F0B),
    /** Romanian. */
    RO(0xC78B1DDC),
    /** Turkish. */
    TR(0x195F99F4),
    /** Croatian. */
    HR(0x158F93CB),
    /** Lithuanian. */
    LT(0xD568D831),
    /** Latvian. */
    LV(0x7EDBECEF),
    /** Japanese. */
    JA(0x40C3F806),
    /** Korean. */
    KO(0x26CF62B3),
    /** Hebrew. */
    HE(0x0132465F),
    /** Vietnamese. */
    VI(0x210AB124);

    private final int expectedCheck;

    DateLanguage(int expectedCheck) {
        this.expectedCheck = expectedCheck;
    }

    /** Its ISO 639-1 code, its name in YAML and in examples. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }

    /** Check sum of its dates as JDK 17 and 25 write them; see {@link LocaleData#checkSum}. */
    int expectedCheck() {
        return expectedCheck;
    }
}
