// SPDX-License-Identifier: Apache-2.0
package org.onrecord.search;

import java.text.Normalizer;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.lib.Cache;
import org.apache.jena.atlas.lib.CacheFactory;

/**
 * Normalizes words of several scripts and languages for comparison: {@code Zakharova}, {@code Захарова} and {@code
 * Զախարովա} all become {@code zaharova}. Not for display.
 */
public final class Spelling {
    /** The Azerbaijani schwa, transliterated as a or e. */
    private static final String SCHWA = "ə";

    private static final int SHORT = 3;

    /** Longer words are not kept. */
    private static final int LONG = 40;

    /** The words of texts, of which most occur often. */
    private static final Cache<String, Word> KNOWN = CacheFactory.createCache(20_000);

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+");
    private static final Pattern COMPOUND = Pattern.compile("[\\p{L}\\p{M}\\p{N}]+(-[\\p{L}\\p{M}\\p{N}]+)+");
    private static final Pattern MARK = Pattern.compile("\\p{M}+");
    private static final Pattern DOUBLE = Pattern.compile("(\\p{L})\\1+");

    /** A suffix after an apostrophe, as in English genitives and Turkish cases. */
    private static final Pattern SUFFIX = Pattern.compile("(?<=\\p{L})['’]\\p{L}{1,3}(?![\\p{L}\\p{M}])");

    private static final Pattern DOT_BETWEEN_INITIALS =
            Pattern.compile("(?<=(?<!\\p{L})\\p{L})[.](?=\\p{L}(?!\\p{L}))");

    /**
     * Transliteration of letters that are not a Latin letter with a diacritic: Azerbaijani, Turkish, Cyrillic,
     * Armenian.
     */
    private static final Map<Integer, String> LETTERS = letters("ı=i ç=ch ş=sh ğ=g"
            + " а=a б=b в=v г=g д=d е=e ё=e ж=j з=z и=i й=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h"
            + " ц=ts ч=ch ш=sh щ=sh ъ= ы=i ь= э=e ю=yu я=ya і=i ї=i є=e ґ=g ғ=g ҝ=g һ=h ҹ=j ү=u ө=o ә=ə ј=y"
            + " ա=a բ=b գ=g դ=d ե=e զ=z է=e ը=e թ=t ժ=j ի=i լ=l խ=h ծ=ts կ=k հ=h ձ=dz ղ=g ճ=ch մ=m յ=y ն=n շ=sh"
            + " ո=o չ=ch պ=p ջ=j ռ=r ս=s վ=v տ=t ր=r ց=ts ւ=v փ=p ք=k օ=o ֆ=f և=ev");

    /** Unifies multi-letter transliterations; applied in this order. */
    private static final List<Replacement> BEFORE = List.of(new Replacement("ու", "u"), new Replacement("^ո", "vo"));

    /** British spelling to American. */
    private static final List<Replacement> BRITISH = List.of(
            new Replacement("(?<=defen|offen|licen)c(?=e)", "s"),
            new Replacement("(?<=neighb|lab|hon|fav|harb|behavi|col|arm|rum)our", "or"),
            new Replacement("(?<=recogn|normal|organ|critic|author|final|minim)is(?=[eia])", "iz"));

    private static final List<Replacement> AFTER = List.of(
            new Replacement("dzh|dj", "j"),
            new Replacement("zh", "j"),
            new Replacement("kh|x", "h"),
            new Replacement("gh", "g"),
            new Replacement("tch", "ch"),
            new Replacement("tz", "ts"),
            new Replacement("ck|c(?!h)|q", "k"),
            new Replacement("w", "v"),
            new Replacement("y", "i"),
            new Replacement("^ie", "e"));

    private Spelling() {}

    /** The normalized words of a text in order, with one spelling each. */
    public static List<String> normalized(String text) {
        return words(text).stream()
                .map(word -> Collections.min(word.spellings()))
                .toList();
    }

    /** The stems of the words of a text in order. */
    public static List<String> stems(String text) {
        return words(text).stream().map(Word::stem).toList();
    }

    /** The words of a text in order. Hyphens separate words. */
    static List<Word> words(String text) {
        return words(WORD, text);
    }

    /** The hyphenated words of a text without hyphens: {@code ceasefire} for cease-fire. */
    static List<Word> compounds(String text) {
        return words(COMPOUND, text);
    }

    private static List<Word> words(Pattern pattern, String text) {
        String lower = Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        String plain = DOT_BETWEEN_INITIALS
                .matcher(SUFFIX.matcher(lower).replaceAll(""))
                .replaceAll("");
        return pattern.matcher(plain)
                .results()
                .map(MatchResult::group)
                .map(word -> word.replace("-", ""))
                .map(word -> word.length() > LONG ? word(word) : KNOWN.get(word, Spelling::word))
                .filter(word -> !word.spellings().contains(""))
                .toList();
    }

    private static Word word(String lower) {
        return Word.of(lower, variants(of(lower)), apply(BRITISH, lower));
    }

    private static Set<String> variants(String spelling) {
        return spelling.contains(SCHWA)
                ? Set.of(spelling.replace(SCHWA, "a"), spelling.replace(SCHWA, "e"))
                : Set.of(spelling);
    }

    private static String of(String lower) {
        String latin = apply(BEFORE, apply(BRITISH, lower))
                .codePoints()
                .mapToObj(c -> LETTERS.getOrDefault(c, Character.toString(c)))
                .collect(Collectors.joining());
        String bare =
                MARK.matcher(Normalizer.normalize(latin, Normalizer.Form.NFKD)).replaceAll("");
        String sounds = apply(AFTER, bare);
        return sounds.length() <= SHORT ? sounds : DOUBLE.matcher(sounds).replaceAll("$1");
    }

    private static String apply(List<Replacement> sounds, String word) {
        String result = word;
        for (Replacement sound : sounds) {
            result = sound.pattern().matcher(result).replaceAll(sound.text());
        }
        return result;
    }

    private static Map<Integer, String> letters(String table) {
        Map<Integer, String> letters = new HashMap<>();
        for (String row : table.split(" ")) {
            letters.put(row.codePointAt(0), row.substring(row.indexOf('=') + 1));
        }
        return Map.copyOf(letters);
    }

    /** A replacement of all matches of a pattern. */
    private record Replacement(Pattern pattern, String text) {
        Replacement(String pattern, String text) {
            this(Pattern.compile(pattern), text);
        }
    }
}
