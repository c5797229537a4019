// SPDX-License-Identifier: Apache-2.0
package org.onrecord.guard.engine;

import static javax.xml.datatype.DatatypeConstants.DAYS;
import static javax.xml.datatype.DatatypeConstants.HOURS;
import static javax.xml.datatype.DatatypeConstants.MINUTES;
import static javax.xml.datatype.DatatypeConstants.MONTHS;
import static javax.xml.datatype.DatatypeConstants.SECONDS;
import static javax.xml.datatype.DatatypeConstants.YEARS;

import java.math.BigDecimal;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.expr.NodeValue;
import org.onrecord.guard.Budget;
import org.onrecord.guard.Refusal;

/**
 * Computes and limits the size of values. Numbers, dates and durations are limited, because arithmetic does not count
 * steps.
 */
final class ValueBounds {
    /** Maximum number of digits before and after the decimal point. */
    static final int MAX_DIGITS = 1000;

    /** About 3,000 years: Java adds durations to dates month by month. */
    private static final double MAX_DURATION_SECONDS = 1e11;

    private static final double BITS_PER_DIGIT = Math.log(10) / Math.log(2);
    private static final int MAX_BITS = (int) (MAX_DIGITS * BITS_PER_DIGIT);
    private static final int MAX_BITS_OF_YEAR = 32;
    private static final int SIXTY = 60;
    private static final int HOURS_PER_DAY = 24;
    private static final int DAYS_PER_MONTH = 31;
    private static final int MONTHS_PER_YEAR = 12;

    private static final Refusal LONG_NUMBER = new Refusal(
            Refusal.Kind.FEATURE,
            "Numbers of more than %,d digits are not supported. Use shorter ones.".formatted(MAX_DIGITS));
    private static final Refusal FAR_TIME = new Refusal(
            Refusal.Kind.FEATURE,
            "Years of more than 9 digits and durations of more than 3,000 years are not supported. Use smaller ones.");

    private ValueBounds() {}

    /** The length of a value in UTF-16 code units; 0 for numbers, dates and durations. */
    static long length(NodeValue value, Budget budget) {
        if (value.isNumber()) {
            check(digitsFit(value), LONG_NUMBER, budget);
            return 0;
        }
        if (value.isString()) {
            return value.getString().length();
        }
        Node node = value.asNode();
        if (value.hasDateTime() || value.isDuration()) {
            check(node.getLiteralLexicalForm().length() <= MAX_DIGITS && timeFits(value), FAR_TIME, budget);
            return 0;
        }
        if (node.isLiteral()) {
            return node.getLiteralLexicalForm().length();
        }
        return node.isURI() ? node.getURI().length() : 0;
    }

    /** The refusal of a long text. */
    static Refusal tooLong(int maxLength) {
        return new Refusal(
                Refusal.Kind.FEATURE,
                "Texts of more than %,d characters are not supported as pattern, IRI, language tag or typed value. Use a shorter one."
                        .formatted(maxLength));
    }

    private static void check(boolean fits, Refusal refusal, Budget budget) {
        if (!fits) {
            throw budget.refuse(refusal);
        }
    }

    private static boolean digitsFit(NodeValue value) {
        if (value.isInteger()) {
            return value.getInteger().bitLength() <= MAX_BITS;
        }
        if (value.isDecimal()) {
            BigDecimal decimal = value.getDecimal();
            return Math.abs((long) decimal.scale()) <= MAX_DIGITS
                    && decimal.unscaledValue().bitLength() <= MAX_BITS;
        }
        return true;
    }

    private static boolean timeFits(NodeValue value) {
        if (value.isDuration()) {
            return seconds(value.getDuration()) <= MAX_DURATION_SECONDS;
        }
        var year = value.getDateTime().getEonAndYear();
        return year == null || year.bitLength() <= MAX_BITS_OF_YEAR;
    }

    private static double seconds(Duration duration) {
        double months = field(duration, YEARS) * MONTHS_PER_YEAR + field(duration, MONTHS);
        double days = months * DAYS_PER_MONTH + field(duration, DAYS);
        double minutes = (days * HOURS_PER_DAY + field(duration, HOURS)) * SIXTY + field(duration, MINUTES);
        return minutes * SIXTY + field(duration, SECONDS);
    }

    private static double field(Duration duration, Field field) {
        Number number = duration.getField(field);
        return number == null ? 0 : number.doubleValue();
    }
}
