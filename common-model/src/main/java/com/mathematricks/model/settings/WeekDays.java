package com.mathematricks.model.settings;

import java.time.DayOfWeek;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// Days of the week, written like `mon-fri` or `mon,wed-fri`.
record WeekDays(Set<DayOfWeek> days) {

    static final WeekDays ALL = new WeekDays(EnumSet.allOf(DayOfWeek.class));

    WeekDays {
        days = Set.copyOf(days);
    }

    static WeekDays of(String text) {
        Collection<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : text.split(",", -1)) {
            String[] ends = part.split("-", -1);
            if (ends.length > 2) {
                throw new IllegalArgumentException("'" + part + "' is no range of days");
            }
            DayOfWeek last = day(ends[ends.length - 1]);
            DayOfWeek day = day(ends[0]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return new WeekDays(Set.copyOf(days));
    }

    private static DayOfWeek day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().substring(0, 3).equals(word.toUpperCase(Locale.ROOT))) {
                return day;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is none of mon, tue, …, sun");
    }

    boolean has(DayOfWeek day) {
        return days.contains(day);
    }
}
