// The facts of every token: where its proclitics end, its hashes, its classes,
// its shape, its lexicon hits and its place in the text.
#include <algorithm>

#include "names/features.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr uint8_t kArticle = 4;
constexpr uint8_t kMelted = 8;

uint8_t flags_of(const Reading& reading) {
  return static_cast<uint8_t>((reading.conjunction != 0 ? kCutConjunction : 0) |
                              (reading.preposition != 0 && !reading.melted ? kCutPreposition : 0));
}

std::u16string_view form_of(const View& view, const Token& token, uint32_t begin) {
  return view.text({begin, token.span.end});
}

// The reading that unlabelled text supports: for a known word what was counted,
// for an unknown one the most frequent of the words that cutting leaves.
uint32_t choose_begin(const View& view, const Tokens& tokens, size_t i, const Vocabulary& vocabulary) {
  const Token& token = tokens[i];
  const VocabularyWord whole = vocabulary.find(hash_units(form_of(view, token, token.span.begin)));
  uint32_t best = token.span.begin;
  uint8_t most = 0;
  for (const Reading& reading : tokens.readings(i)) {
    if (reading.name == token.span.begin) continue;
    if (whole.frequency != 0) {
      if (whole.cut != 0 && flags_of(reading) == whole.cut) return reading.name;
      continue;
    }
    const uint8_t frequency = vocabulary.find(hash_units(form_of(view, token, reading.name))).frequency;
    if (frequency > most) {
      most = frequency;
      best = reading.name;
    }
    if (most == 0 && reading.article && best == token.span.begin) best = reading.name;
  }
  return best;
}

uint32_t shape_of(const View& view, const Token& token) {
  const auto kind = static_cast<uint32_t>(token.kind);
  const uint32_t length = token.span.end - token.span.begin;
  if (token.kind == TokenKind::word) return kind;
  if (token.kind == TokenKind::punctuation || token.kind == TokenKind::symbol) {
    return kind | static_cast<uint32_t>(view.folded[token.span.begin]) << 4U;
  }
  uint32_t shape = 0;  // runs of capitals, small letters, digits, others
  uint32_t before = 0;
  for (uint32_t at = token.span.begin; at < token.span.end && shape < 0x4000U; ++at) {
    const char16_t c = view.letters[at];
    const uint32_t run = is_ascii_digit(c) ? 1U : c >= u'A' && c <= u'Z' ? 2U : c >= u'a' && c <= u'z' ? 3U : 4U;
    if (run != before) shape = shape * 5 + run;
    before = run;
  }
  return kind | std::min(length, 6U) << 4U | shape << 8U;
}

// Short quotations: 1 alone, 2 first, 3 inside, 4 last.
void mark_quotes(const View& view, const Tokens& tokens, std::vector<TokenFacts>& facts) {
  constexpr size_t kLongest = 7;
  for (size_t i = 0; i < tokens.size(); ++i) {
    const char16_t mark = view.folded[tokens[i].span.begin];
    const bool straight = mark == u'"';
    if (tokens[i].kind != TokenKind::punctuation || !(straight || is_opening_mark(mark)) || mark == u'(') continue;
    for (size_t j = i + 1; j < tokens.size() && j <= i + 1 + kLongest && !tokens[j].line_start; ++j) {
      const char16_t other = view.folded[tokens[j].span.begin];
      if (!(straight ? other == u'"' : is_closing_mark(other))) continue;
      for (size_t k = i + 1; k < j; ++k) {
        facts[k].quoted = static_cast<uint8_t>(j == i + 2 ? 1 : k == i + 1 ? 2 : k + 1 == j ? 4 : 3);
      }
      i = straight ? j : i;
      break;
    }
  }
}

void add_hit(TokenFacts& facts, LexiconKind kind, bool ambiguous, uint32_t place) {
  if (facts.hit_count == facts.hits.size()) return;
  const auto code = static_cast<uint16_t>(static_cast<uint32_t>(kind) * 8U + (ambiguous ? 4U : 0U) + place);
  for (size_t i = 0; i < facts.hit_count; ++i)
    if (facts.hits[i] == code) return;
  facts.hits[facts.hit_count++] = code;
}

// A phrase of several words says how its first word is to be cut.
void cut_by_phrases(const std::vector<LexiconHit>& hits, std::vector<TokenFacts>& facts) {
  uint32_t covered = 0;
  for (const LexiconHit& hit : hits) {
    if (hit.last < hit.first + 2 || hit.first < covered) continue;
    facts[hit.first].begin = hit.reading.name;
    covered = hit.last;
  }
}

// The longest hit of each kind at each place, under the reading chosen.
void mark_hits(const std::vector<LexiconHit>& hits, std::vector<TokenFacts>& facts) {
  std::array<uint32_t, static_cast<size_t>(LexiconKind::kCount)> covered{};
  for (const LexiconHit& hit : hits) {
    uint32_t& end = covered[static_cast<size_t>(hit.kind)];
    if (hit.last <= end || hit.reading.name != facts[hit.first].begin) continue;
    end = hit.last;
    for (uint32_t i = hit.first; i < hit.last; ++i) {
      const uint32_t place = hit.last == hit.first + 1 ? 0U : i == hit.first ? 1U : i + 1 == hit.last ? 2U : 3U;
      add_hit(facts[i], hit.kind, hit.ambiguous, place);
    }
  }
  for (TokenFacts& token : facts) {
    std::sort(token.hits.begin(), token.hits.begin() + token.hit_count);
    for (size_t i = 0; i < token.hit_count; ++i) token.hit_set = (token.hit_set + token.hits[i] + 1U) * 0x9E3779B1U;
  }
}

void fill_word(const View& view, const Tokens& tokens, size_t i, const Vocabulary& vocabulary, TokenFacts& facts) {
  const Token& token = tokens[i];
  facts.shape = shape_of(view, token);
  if (token.kind == TokenKind::number) {  // numbers are told apart by shape, years by their century
    facts.form = facts.stem = facts.letters = facts.shape;
    return;
  }
  const std::u16string_view form = form_of(view, token, facts.begin);
  facts.form = facts.stem = hash_units(form);
  facts.letters = hash_units(std::u16string_view(view.letters).substr(facts.begin, form.size()));
  const VocabularyWord word = vocabulary.find(facts.form);
  facts.fine = word.fine;
  facts.mid = vocabulary.mid_class(word.fine);
  facts.coarse = vocabulary.coarse_class(word.fine);
  facts.frequency = word.frequency;
  for (const Reading& reading : tokens.readings(i)) {
    if (reading.name != facts.begin) continue;
    facts.clitics = flags_of(reading);
    if (!reading.article) continue;
    facts.clitics = static_cast<uint8_t>(facts.clitics | (reading.melted ? kArticle | kMelted : kArticle));
    facts.stem = hash_units(view.text({reading.stem, token.span.end}));
  }
}

}  // namespace

std::vector<TokenFacts> gather_facts(const View& view, const Tokens& tokens, const std::vector<LexiconHit>& hits,
                                     const Vocabulary& vocabulary) {
  std::vector<TokenFacts> facts(tokens.size());
  for (size_t i = 0; i < tokens.size(); ++i) facts[i].begin = choose_begin(view, tokens, i, vocabulary);
  cut_by_phrases(hits, facts);
  uint32_t line = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].line_start && i > 0) ++line;
    fill_word(view, tokens, i, vocabulary, facts[i]);
    facts[i].line = static_cast<uint8_t>(std::min(line, 2U) * 2U + (tokens[i].line_start ? 1U : 0U));
  }
  mark_hits(hits, facts);
  mark_quotes(view, tokens, facts);
  return facts;
}

}  // namespace fihris
