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

// Whether a lexicon row is a name, or a word of one, by itself.
bool is_name_kind(LexiconKind kind) { return kind < LexiconKind::title && kind != LexiconKind::particle; }

bool hides_melted(const View& view, const Reading& reading) {
  return reading.preposition == kLam && !reading.melted && view.folded[reading.name] == kLam;
}

// What decides how a word is cut: the lexicon where it knows only the whole or
// only a rest; then what was counted in unlabelled text; for words met in
// neither the most frequent rest, or a leading waw off.
class Cutter {
 public:
  Cutter(const View& view, const Tokens& tokens, const Vocabulary& vocabulary)
      : view_(view), tokens_(tokens), vocabulary_(vocabulary) {}

  [[nodiscard]] uint32_t choose_begin(size_t i, std::span<const LexiconHit> hits) const {
    const Token& token = tokens_[i];
    if (token.reading_count < 2) return token.span.begin;
    const VocabularyWord whole = find_word(token, token.span.begin);
    uint32_t known = token.span.end;  // the longest rest that the lexicon knows
    bool whole_known = false;
    for (const LexiconHit& hit : hits) {
      if (hit.last != hit.first + 1 || !is_name_kind(hit.kind)) continue;
      if (hit.reading.name == token.span.begin)
        whole_known = true;
      else if (!hit.ambiguous && token.span.end - hit.reading.name >= kShortestRest)
        known = std::min(known, hit.reading.name);
    }
    const bool rest_known = known < token.span.end;
    if (whole_known && (!rest_known || find_word(token, known).frequency < whole.frequency + kMuch)) {
      return token.span.begin;
    }
    return rest_known && (whole_known || whole.frequency <= kRare) ? known : by_count(i, whole);
  }

 private:
  static constexpr uint32_t kShortestRest = 3;
  static constexpr uint8_t kRare = 6;  // frequencies are logarithms
  static constexpr uint8_t kMuch = 5;

  [[nodiscard]] VocabularyWord find_word(const Token& token, uint32_t begin) const {
    return vocabulary_.find(hash_units(form_of(view_, token, begin)));
  }

  [[nodiscard]] uint32_t by_count(size_t i, const VocabularyWord& whole) const {
    const Token& token = tokens_[i];
    uint32_t best = token.span.begin;
    uint32_t without_waw = token.span.begin;
    uint8_t most = 0;
    for (const Reading& reading : tokens_.readings(i)) {
      if (reading.name == token.span.begin || hides_melted(view_, reading)) continue;
      if (whole.frequency != 0) {
        if (whole.cut != 0 && flags_of(reading) == whole.cut) return reading.name;
        continue;
      }
      const uint8_t frequency = find_word(token, reading.name).frequency;
      if (frequency > most) {
        most = frequency;
        best = reading.name;
      }
      if (most == 0 && reading.article && best == token.span.begin) best = reading.name;
      if (reading.conjunction == kWaw && reading.preposition == 0 && without_waw == token.span.begin) {
        without_waw = reading.name;
      }
    }
    if (whole.frequency == 0 && best == token.span.begin && token.span.end - without_waw >= kShortestRest) {
      return without_waw;
    }
    return best;
  }

  const View& view_;
  const Tokens& tokens_;
  const Vocabulary& vocabulary_;
};

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

// Where else in the text a word stands: what stands beside it there helps here.
// Words met everywhere would only make noise.
void link_repeats(const Tokens& tokens, std::vector<TokenFacts>& facts) {
  constexpr uint8_t kEverywhere = 13;
  std::vector<std::pair<uint32_t, uint32_t>> places;  // stem, token
  for (uint32_t i = 0; i < facts.size(); ++i) {
    const TokenKind kind = tokens[i].kind;
    if (kind != TokenKind::word && kind != TokenKind::latin) continue;
    if (facts[i].frequency < kEverywhere) places.emplace_back(facts[i].stem, i);
  }
  std::sort(places.begin(), places.end());
  for (size_t begin = 0, end = 0; begin < places.size(); begin = end) {
    while (end < places.size() && places[end].first == places[begin].first) ++end;
    for (size_t k = begin; end - begin > 1 && k < end; ++k) {
      TokenFacts& here = facts[places[k].second];
      for (size_t other = begin; other < end && here.elsewhere_count < here.elsewhere.size(); ++other) {
        if (other != k) here.elsewhere[here.elsewhere_count++] = places[other].second;
      }
    }
  }
}

}  // namespace

std::vector<TokenFacts> gather_facts(const View& view, const Tokens& tokens, const std::vector<LexiconHit>& hits,
                                     const Vocabulary& vocabulary) {
  std::vector<TokenFacts> facts(tokens.size());
  const Cutter cutter(view, tokens, vocabulary);
  for (size_t i = 0, next = 0; i < tokens.size(); ++i) {
    const size_t begin = next;
    while (next < hits.size() && hits[next].first == i) ++next;
    facts[i].begin = cutter.choose_begin(i, std::span(hits).subspan(begin, next - begin));
  }
  cut_by_phrases(hits, facts);
  uint32_t line = 0;
  for (size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].line_start && i > 0) ++line;
    fill_word(view, tokens, i, vocabulary, facts[i]);
    facts[i].line = static_cast<uint8_t>(std::min(line, 2U) * 2U + (tokens[i].line_start ? 1U : 0U));
  }
  mark_hits(hits, facts);
  mark_quotes(view, tokens, facts);
  link_repeats(tokens, facts);
  return facts;
}

}  // namespace fihris
