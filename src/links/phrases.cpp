#include "links/phrases.h"

#include "links/change_words.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint32_t kLongestPhrase = 8;  // tokens; a longer one was misread
constexpr char16_t kHeh = 0x0647;
constexpr char16_t kMeem = 0x0645;

// One word of the phrase, as it stands towards its neighbours.
struct Word {
  bool stops = false;
  bool definite = false;
  bool possessed = false;  // "its number": definite, but of something said before
  bool joined = false;     // "and the imports"
};

bool has_possessive(const Clauses& c, uint32_t token) {
  const FoldedSpan span = c.words.tokens[token].span;
  const std::u16string_view text = std::u16string_view(c.words.view.letters).substr(span.begin, span.end - span.begin);
  if (text.size() < 5 || text[text.size() - 2] != kHeh) return false;
  return text.back() == kAlef || text.back() == kMeem;
}

// A preposition glued to a word that a table knows, or to the article.
bool has_preposition(const Clauses& c, uint32_t token) {
  bool known_whole = false;
  bool known_cut = false;
  for (const WordMatch& match : c.words.at(token)) {
    if (match.reading.preposition != 0) {
      known_cut = true;
    } else {
      known_whole = true;
    }
  }
  if (known_whole) return false;
  if (known_cut) return true;
  for (const Reading& reading : c.words.tokens.readings(token))
    if (reading.preposition != 0 && reading.article) return true;
  return false;
}

bool is_small_word(const Clauses& c, uint32_t token) {
  for (const WordMatch& match : c.words.at(token)) {
    const bool whole = match.reading.stem == c.words.tokens[token].span.begin || match.reading.conjunction != 0;
    const bool small = match.table == Table::function_words || match.table == Table::clause_openers ||
                       match.table == Table::figure_verbs || match.table == Table::hedges;
    if (small && whole && match.reading.preposition == 0 && !match.reading.article) return true;
  }
  return false;
}

Word read_word(const Clauses& c, uint32_t token) {
  Word out;
  const Token& word = c.words.tokens[token];
  if (word.kind == TokenKind::latin) return {.definite = true};
  if (word.kind != TokenKind::word || is_small_word(c, token) || has_preposition(c, token)) return {.stops = true};
  const auto change = find_change_word(c, token);
  if (change && change->part != ChangePart::noun && !change->article) return {.stops = true};
  for (const Reading& reading : c.words.tokens.readings(token)) {
    if (!reading.article || reading.preposition != 0) continue;
    out.definite = true;
    out.joined = reading.conjunction != 0;
  }
  out.possessed = !out.definite && has_possessive(c, token);
  return out;
}

// A name after "to" or "by": their object, not the clause's.
bool is_governed(const Clauses& c, const Mention& mention) {
  for (const Reading& reading : c.words.tokens.readings(mention.first_token)) {
    if (reading.preposition == 0) continue;
    if (c.words.view.to_source({reading.name, reading.name}).begin == mention.span.begin) return true;
  }
  return false;
}

// Where the phrase's own letters begin in its first token.
uint32_t first_letter(const Clauses& c, uint32_t token) {
  const FoldedSpan span = c.words.tokens[token].span;
  for (const Reading& reading : c.words.tokens.readings(token))
    if (reading.conjunction != 0 && reading.preposition == 0 && reading.article) return reading.name;
  return span.begin;
}

Span phrase_span(const Clauses& c, TokenStretch tokens) {
  Span out = c.words.view.to_source({first_letter(c, tokens.first), c.words.tokens[tokens.last - 1].span.end});
  const std::vector<Mention>& mentions = c.analysis.mentions;
  if (const uint32_t first = c.mention[tokens.first]; first != kNone) out.begin = mentions[first].span.begin;
  if (const uint32_t last = c.mention[tokens.last - 1]; last != kNone) out.end = mentions[last].span.end;
  return out;
}

}  // namespace

std::optional<Phrase> read_phrase(const Clauses& c, uint32_t token, uint32_t limit) {
  Phrase out{.tokens = {token, token}, .span = {}, .mention = {}};
  bool definite = false;  // the last word closed the phrase but for its adjectives
  bool possessed = false;
  uint32_t at = token;
  while (at < limit && c.figure[at] == kNone && at <= token + kLongestPhrase) {
    if (at > token && c.words.tokens[at].line_start) break;
    const uint32_t name = c.mention[at];
    if (name != kNone) {
      const Mention& mention = c.analysis.mentions[name];
      if (definite && mention.type != EntityType::norp) break;
      if (mention.first_token != at || is_governed(c, mention)) break;
      out.mention = name;
      definite = true;
      possessed = false;
      at = mention.last_token;
      continue;
    }
    const Word word = read_word(c, at);
    if (word.stops || (definite && !word.definite) || (possessed && !word.definite)) break;
    if (word.joined && at > token && !definite) break;
    if (word.definite && word.joined) out.mention.reset();
    definite = word.definite;
    possessed = word.possessed;
    ++at;
  }
  out.tokens.last = at;
  const uint32_t length = at - token;
  const bool sure = definite || (possessed && length > 1);
  if (length == 0 || length > kLongestPhrase || !sure) return std::nullopt;
  out.span = phrase_span(c, out.tokens);
  return out;
}

}  // namespace fihris
