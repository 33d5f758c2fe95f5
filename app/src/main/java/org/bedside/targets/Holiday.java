package org.bedside.targets;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A day that is not as its weekday.
 *
 * @param opening when somebody is there all the same, as on a half day; null where nobody is
 */
public record Holiday(LocalDate day, String name, @Nullable Opening opening) {}
