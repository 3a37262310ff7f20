package dev.tendril.api.planted;

import org.slf4j.Logger;

/** A violation on purpose: the API sees a library, and its package has no package-info. */
public record ApiThatLogs(Logger logger) {}
