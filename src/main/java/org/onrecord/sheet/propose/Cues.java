// SPDX-License-Identifier: Apache-2.0
package org.onrecord.sheet.propose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.evidence.Sentence;
import org.onrecord.sheet.text.CodedText;
import org.onrecord.sheet.text.Stretch;

/** Finds reporting verbs, and the words that they may report. */
final class Cues {
    private static final Pattern VERB = Pattern.compile(
            "\\b(?:(?:has|have|had|was|were|is|are)\\s+)?(?:said|says|say|told|tells|added|adds|noted|notes|"
                    + "stated|states|stressed|emphasi[sz]ed|underlined|declared|announced|announces|claimed|claims|argued|argues|warned|warns|urged|urges|"
                    + "called on|calls on|called for|demanded|demands|asked|asks|replied|answered|confirmed|confirms|denied|denies|rejected|accused|accuses|"
                    + "blamed|criti[cs]i[sz]ed|condemned|welcomed|praised|thanked|proposed|suggested|offered|promised|pledged|vowed|agreed|admitted|"
                    + "acknowledged|explained|recalled|reiterated|repeated|insisted|insists|predicted|hoped|hopes|expressed|wrote|writes|posted|tweeted|"
                    + "reported|reports|quoted|commented|declined to|refused to|according to|believes|believed|thinks|expects|expected)\\b");
    private static final Pattern CAPITALS =
            Pattern.compile("\\p{Lu}[\\p{L}.'’-]*(?:\\s+(?:of|the|and|de|al)?\\s*\\p{Lu}[\\p{L}'’-]*)*");
    private static final int LONG_QUOTATION = 4;

    private final CodedText text;

    Cues(CodedText text) {
        this.text = text;
    }

    /** The first reporting verb of a sentence outside quotation marks. */
    Optional<Stretch> verb(Sentence sentence) {
        String words = words(sentence);
        Matcher matcher = VERB.matcher(words);
        while (matcher.find()) {
            Stretch verb = stretch(sentence, words, matcher.start(), matcher.end());
            if (text.quotations().stream().noneMatch(quotation -> quotation.contains(verb))) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }

    /** The words that a sentence reports: its longer quotations, else what follows the verb, else what precedes it. */
    List<Stretch> content(Sentence sentence, Stretch verb) {
        List<Stretch> quoted = new ArrayList<>();
        for (Stretch quotation : text.quotations()) {
            if (quotation.start() >= sentence.start() && quotation.end() <= sentence.end() && isLong(quotation)) {
                quoted.add(trimmed(quotation.start(), quotation.end()));
            }
        }
        if (!quoted.isEmpty()) {
            return quoted;
        }
        String after = text.words(new Stretch(verb.start(), sentence.end()))
                .substring(text.words(verb).length());
        boolean follows = after.matches("(?s)[^\\p{L}]*(that\\s+)?(\\S+\\s+){2,}.*");
        int from = verb.end() + (after.matches("(?s)\\s+that\\s.*") ? after.indexOf("that") + "that".length() : 0);
        return List.of(follows ? trimmed(from, sentence.end()) : trimmed(sentence.start(), verb.start()));
    }

    /** A sentence, without the quotation marks around it. */
    Stretch unquoted(Sentence sentence) {
        Stretch whole = trimmed(sentence.start(), sentence.end());
        return text.quotations().stream()
                .filter(quotation -> quotation.start() == whole.start() + 1 && quotation.end() >= whole.end() - 1)
                .findFirst()
                .orElse(whole);
    }

    /** The words with capitals directly before or after a verb. */
    List<Stretch> capitalized(Sentence sentence, Stretch verb) {
        String words = words(sentence);
        int at = text.words(new Stretch(sentence.start(), verb.end())).length()
                - text.words(verb).length();
        List<Stretch> found = new ArrayList<>();
        Matcher matcher = CAPITALS.matcher(words);
        while (matcher.find()) {
            boolean before =
                    matcher.end() <= at && words.substring(matcher.end(), at).isBlank();
            int end = at + text.words(verb).length();
            boolean after = matcher.start() >= end
                    && words.substring(end, matcher.start()).isBlank();
            if (before || after) {
                found.add(stretch(sentence, words, matcher.start(), matcher.end()));
            }
        }
        return found;
    }

    private boolean isLong(Stretch quotation) {
        return text.words(quotation).split("\\s+").length >= LONG_QUOTATION;
    }

    /** A range without white space, commas and full stops around it, and not empty. */
    Stretch trimmed(int from, int to) {
        int[] codes = text.text().text().codePoints().toArray();
        int start = from;
        int end = to;
        while (end - start > 1 && " ,.;:\t\r\n".indexOf(codes[end - 1]) >= 0) {
            end--;
        }
        while (end - start > 1 && (" ,;:\t\r\n".indexOf(codes[start]) >= 0)) {
            start++;
        }
        return new Stretch(start, Math.max(end, start + 1));
    }

    private String words(Sentence sentence) {
        return text.words(new Stretch(sentence.start(), sentence.end()));
    }

    private static Stretch stretch(Sentence sentence, String words, int from, int to) {
        int start = sentence.start() + words.codePointCount(0, from);
        return new Stretch(start, start + words.codePointCount(from, to));
    }
}
