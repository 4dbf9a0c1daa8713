/**
 * The language of searches: one box for words, filters and likeness. {@link
 * io.lumiere.query.language.QueryParser} reads any string.
 *
 * <pre>
 * query   = { term } ;                               each of them
 * term    = operand { "OR" operand } ;               any of them: OR joins its two neighbours
 * operand = [ "-" | "NOT" ] ( "(" query ")" | phrase | filter | special | word ) ;
 * phrase  = '"' { any but '"' } '"' ;
 * filter  = field ( ":" [ compare ] | compare ) value ;
 * compare = "&gt;" | "&gt;=" | "&lt;" | "&lt;=" | "=" ;
 * value   = item { "," item } ;                      any of them
 * item    = phrase | word | [ word ] ".." [ word ] ;
 * special = word "*" | word "~" [ "1" | "2" ] ;
 * word    = any but a space, and but a bracket that closes one before the word
 * </pre>
 *
 * <p>"AND" may stand between terms. A value of days, times or numbers may go on past spaces as far
 * as it makes sense: {@code date:last june}. Operators are upper case, so that "or" is a word.
 *
 * <ul>
 *   <li>Bare words rank photos, by what they show and by their words, and leave none out. So does
 *       an OR of bare words. Within an OR with anything else a bare word must be in a photo's
 *       words.
 *   <li>Quoted words, beginnings and misspellings must be in a photo's words; quoted ones rank by
 *       what photos show, too.
 *   <li>{@code -word} moves the search away from what the word says, and a photo that has it gets
 *       nothing for its words. Where the text has nothing else to rank by, and with {@code
 *       -"word"}, photos that have it are left out.
 *   <li>{@code =} and a value keeps photos whose field is just that, as it is written, where the
 *       field is a name or a tag: {@code keyword="red car"}. Other fields of words take it for
 *       {@code :}.
 *   <li>{@code similar:photo} ranks by likeness to a photo, {@code -similar:photo} by the opposite,
 *       each as often as you like: {@link io.lumiere.query.SearchRequest#LIKE_WEIGHT} says how they
 *       count. The photo itself is not a hit. Where nothing is searched for, {@code -similar:} only
 *       leaves the photo out.
 *   <li>What looks like no value is a word: {@code 12:30}, {@code C:\x}, {@code http://x}, {@code
 *       note: blue}, {@code AC/DC}, {@code 12"}, {@code :)}. Any other {@code name:value} whose
 *       name is not a field's is a problem, and so is a field without a value.
 * </ul>
 */
@NullMarked
package io.lumiere.query.language;

import org.jspecify.annotations.NullMarked;
