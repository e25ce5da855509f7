#include "links/sources.h"

#include "links/phrases.h"

namespace fihris {
namespace {

constexpr uint32_t kOpening = 2;  // words before an attribution that opens its sentence

// "according to" and what it names.
struct Attribution {
  uint32_t token = 0;
  Source source;
};

bool may_speak(EntityType type) {
  switch (type) {
    case EntityType::person:
    case EntityType::org:
    case EntityType::gpe:
    case EntityType::occ:
    case EntityType::work:
    case EntityType::web:
      return true;
    default:
      return false;
  }
}

const WordMatch* find_role(const Clauses& c, uint32_t token, std::string_view role) {
  if (c.words.find(token, Table::source_phrases) == nullptr) return nullptr;
  for (const WordMatch& match : c.words.at(token)) {
    if (match.table == Table::source_phrases &&
        row_cell(Table::source_phrases, match.row, source_phrases_columns::role) == role)
      return &match;
  }
  return nullptr;
}

// "the ministry's figures": a head that may speak, and what follows it.
std::optional<Source> read_head(const Clauses& c, uint32_t token) {
  const WordMatch* alone = find_role(c, token, "alone");
  const WordMatch* head = alone != nullptr ? alone : find_role(c, token, "noun");
  if (head == nullptr || head->reading.conjunction != 0) return std::nullopt;
  TokenStretch tokens{token, token + head->tokens};
  Source out;
  // The rest of a construct: "figures of the Ministry of Finance".
  while (tokens.last < c.at(token).last && find_role(c, tokens.last, "noun") != nullptr &&
         c.mention[tokens.last] == kNone)
    ++tokens.last;
  if (const auto rest = read_phrase(c, tokens.last, c.at(token).last)) {
    tokens.last = rest->tokens.last;
    out.mention = rest->mention;
  } else if (alone == nullptr && !head->reading.article) {
    return std::nullopt;
  }
  const uint32_t begin = head->reading.name;
  out.span = c.words.view.to_source({begin, c.words.tokens[tokens.last - 1].span.end});
  if (c.mention[tokens.last - 1] != kNone) out.span->end = c.analysis.mentions[c.mention[tokens.last - 1]].span.end;
  return out;
}

std::optional<Attribution> read_attribution(const Clauses& c, uint32_t token) {
  if (c.figure[token] != kNone || c.mention[token] != kNone) return std::nullopt;
  const WordMatch* phrase = find_role(c, token, "phrase");
  if (phrase == nullptr || phrase->reading.article) return std::nullopt;
  uint32_t at = token + phrase->tokens;
  if (at < c.words.size() && c.words.tokens[at].kind == TokenKind::punctuation) ++at;  // an opening mark
  if (at >= c.words.size() || !c.same_sentence(token, at)) return std::nullopt;
  if (const uint32_t name = c.mention[at]; name != kNone) {
    const Mention& mention = c.analysis.mentions[name];
    if (!may_speak(mention.type) || mention.first_token != at) return std::nullopt;
    return Attribution{token, {.span = mention.span, .mention = name, .quote = {}}};
  }
  if (auto source = read_head(c, at)) return Attribution{token, *source};
  return std::nullopt;
}

bool may_be_attributed(const Figure& figure) { return !is_date(figure) && figure.type != FigureType::ordinal; }

void relate_quotes(Analysis& analysis) {
  size_t first = 0;  // quotes before it end before the figure
  for (Figure& figure : analysis.figures) {
    while (first < analysis.quotes.size() && analysis.quotes[first].span.end <= figure.span.begin) ++first;
    if (first == analysis.quotes.size()) return;
    const Quote& quote = analysis.quotes[first];
    if (quote.span.begin > figure.span.begin || quote.span.end < figure.span.end) continue;
    Source source{.span = quote.speaker_span, .mention = quote.speaker, .quote = static_cast<uint32_t>(first)};
    if (quote.speaker) source.span = analysis.mentions[*quote.speaker].span;
    figure.source = source;
  }
}

// Within one sentence: the attribution after a figure, else one that opens the
// sentence or stands in the figure's own clause.
void relate_sentence(const Clauses& c, const std::vector<Attribution>& said, uint32_t first, uint32_t last,
                     Analysis& analysis) {
  size_t next = 0;
  for (uint32_t i = first; i < last; ++i) {
    Figure& figure = analysis.figures[i];
    while (next < said.size() && said[next].token < figure.first_token) ++next;
    if (figure.source || !may_be_attributed(figure)) continue;
    if (next < said.size()) {
      figure.source = said[next].source;
      continue;
    }
    const uint32_t before = said.back().token;
    const bool opens = before <= c.sentence[before] + kOpening;
    if (opens || c.clause[before] == c.clause[figure.first_token]) figure.source = said.back().source;
  }
}

}  // namespace

void relate_sources(const Clauses& c, Analysis& analysis) {
  relate_quotes(analysis);
  const auto figures = static_cast<uint32_t>(analysis.figures.size());
  uint32_t at = 0;  // the first figure of the sentence
  uint32_t token = 0;
  while (at < figures) {
    const uint32_t sentence = c.words.tokens[analysis.figures[at].first_token].sentence;
    uint32_t end = at;
    while (end < figures && c.words.tokens[analysis.figures[end].first_token].sentence == sentence) ++end;
    while (token < c.words.size() && c.words.tokens[token].sentence < sentence) ++token;
    std::vector<Attribution> said;
    for (; token < c.words.size() && c.words.tokens[token].sentence == sentence; ++token)
      if (auto one = read_attribution(c, token)) said.push_back(*one);
    if (!said.empty()) relate_sentence(c, said, at, end, analysis);
    at = end;
  }
}

}  // namespace fihris
