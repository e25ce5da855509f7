#include "names/contexts.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

#include "names/context_words.h"
#include "text/characters.h"

namespace fihris {
namespace {

constexpr size_t kLongestTitle = 14;  // tokens between quotation marks
constexpr size_t kLongestApart = 4;   // adjectives and names between a cue and its quotation
constexpr size_t kLongestLatin = 6;   // tokens of a Latin spelling
constexpr float kFirmScore = 0.8F;

// The closing mark of a short quotation, or 0.
size_t find_closing(const NameContext& context, size_t opening) {
  const char16_t mark = mark_at(context, opening);
  for (size_t i = opening + 1; i < context.tokens.size() && i <= opening + 1 + kLongestTitle; ++i) {
    if (context.tokens[i].line_start) return 0;
    if (closes_quote(mark, mark_at(context, i))) return i > opening + 1 ? i : 0;
  }
  return 0;
}

// A cue directly before the quotation, or with adjectives and names between.
bool is_titled(const NameContext& context, const std::vector<uint32_t>& covered, size_t opening) {
  for (size_t back = 1; back <= kLongestApart + 1 && back <= opening; ++back) {
    const size_t i = opening - back;
    if (context.tokens[i + 1].line_start || context.tokens[i].kind == TokenKind::punctuation) return false;
    if (find_cue(context, i, PhraseKind::work)) return true;
    if (mark_at(context, opening) == u'(') return false;  // brackets hold titles only right behind the cue
    if (find_cue(context, i, PhraseKind::bridge)) continue;
    if (covered[i] == NameCandidate::kNoRow && !has_article(context, i)) return false;
  }
  return false;
}

// A "(1994) and B": whether a quotation follows one that ends at `closing`.
bool follows_title(const NameContext& context, size_t closing, size_t opening) {
  size_t i = closing + 1;
  if (mark_at(context, i) == u'(') {
    const size_t limit = std::min(i + kLongestLatin + 2, opening);
    while (i < limit && mark_at(context, i) != u')') ++i;
    ++i;
  }
  constexpr char16_t kWaw = 0x0648;
  const Token& joint = context.tokens[std::min(i, context.tokens.size() - 1)];
  if (i + 1 == opening && joint.span.end == joint.span.begin + 1 && context.view.folded[joint.span.begin] == kWaw)
    return true;
  return false;
}

NameCandidate make_firm(const NameContext& context, size_t first, size_t last, uint32_t begin, EntityType type,
                        const char* evidence) {
  NameCandidate out;
  out.first = static_cast<uint32_t>(first);
  out.last = static_cast<uint32_t>(last);
  out.span = {begin, context.tokens[last - 1].span.end};
  out.type = type;
  out.score = kFirmScore;
  out.evidence = evidence;
  out.firm = true;
  return out;
}

// Whether the word could begin with "and".
bool may_be_joined(const NameContext& context, size_t token) {
  const auto readings = context.tokens.readings(token);
  return std::any_of(readings.begin(), readings.end(), [](const Reading& r) { return r.conjunction != 0; });
}

bool is_whole_name(EntityType type) {
  return type == EntityType::gpe || type == EntityType::loc || type == EntityType::person || type == EntityType::org;
}

// A Latin spelling in brackets: tokens [first, last), or nothing.
struct LatinBrackets {
  size_t first = 0;
  size_t last = 0;
};

LatinBrackets read_brackets(const NameContext& context, size_t opening) {
  LatinBrackets out;
  if (mark_at(context, opening) != u'(') return out;
  size_t i = opening + 1;
  bool latin = false;
  for (; i < context.tokens.size() && i <= opening + kLongestLatin; ++i) {
    const TokenKind kind = context.tokens[i].kind;
    if (kind != TokenKind::latin && kind != TokenKind::number) break;
    latin = latin || kind == TokenKind::latin;
  }
  if (latin && mark_at(context, i) == u')') out = {opening + 1, i};
  return out;
}

bool has_spelling(EntityType type) {
  return type != EntityType::norp && type != EntityType::occ && type != EntityType::language;
}

}  // namespace

void propose_quoted_works(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const std::vector<uint32_t> covered = map_candidates(context, candidates);
  size_t title_end = 0;
  for (size_t i = 0; i < context.tokens.size(); ++i) {
    if (!opens_quote(mark_at(context, i)) && mark_at(context, i) != u'(') continue;
    const size_t closing = find_closing(context, i);
    if (closing == 0) continue;
    const bool titled = is_titled(context, covered, i) || (title_end != 0 && follows_title(context, title_end, i));
    if (mark_at(context, i) != u'(' || titled) title_end = titled ? closing : 0;
    if (titled) {
      candidates.push_back(
          make_firm(context, i + 1, closing, context.tokens[i + 1].span.begin, EntityType::work, "quoted title"));
    }
    if (mark_at(context, i) != u'(' || titled) i = closing;
  }
}

// A title named once is the same title in every later quotation.
void propose_repeated_works(const NameContext& context, std::vector<NameCandidate>& candidates) {
  std::unordered_set<std::u16string_view> titles;
  std::vector<bool> titled(context.tokens.size(), false);
  for (const NameCandidate& c : candidates) {
    if (!c.firm || c.type != EntityType::work) continue;
    titles.insert(context.view.text(c.span));
    titled[c.first] = true;
  }
  for (size_t i = 0; !titles.empty() && i < context.tokens.size(); ++i) {
    if (!opens_quote(mark_at(context, i)) && mark_at(context, i) != u'(') continue;
    const size_t closing = find_closing(context, i);
    if (closing == 0) continue;
    const FoldedSpan span{context.tokens[i + 1].span.begin, context.tokens[closing - 1].span.end};
    if (!titled[i + 1] && titles.count(context.view.text(span)) != 0)
      candidates.push_back(make_firm(context, i + 1, closing, span.begin, EntityType::work, "title named elsewhere"));
    i = closing;
  }
}

void propose_headed_wholes(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const std::vector<uint32_t> covered = map_candidates(context, candidates);
  const size_t count = candidates.size();
  for (size_t k = 0; k < count; ++k) {
    const NameCandidate name = candidates[k];
    if (!is_whole_name(name.type) || name.first == 0) continue;
    if (name.span.begin != context.tokens[name.first].span.begin) continue;  // a preposition parts them
    size_t head = name.first - 1;
    // "the mosque of imam X": a title between belongs to the name.
    if (name.type == EntityType::person && covered[head] != NameCandidate::kNoRow &&
        candidates[covered[head]].type == EntityType::occ && candidates[covered[head]].first > 0)
      head = candidates[covered[head]].first - 1;
    if (covered[head] != NameCandidate::kNoRow || !context.continues(head)) continue;
    for (const auto& [kind, type] :
         {std::pair(PhraseKind::fac, EntityType::fac), std::pair(PhraseKind::event, EntityType::event),
          std::pair(PhraseKind::law, EntityType::law)}) {
      if (const Reading* cue = find_cue(context, head, kind))
        candidates.push_back(make_firm(context, head, name.last, cue->name, type, "head with its name"));
    }
  }
}

void propose_joined_persons(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const size_t count = candidates.size();
  for (size_t k = 0; k + 1 < count; ++k) {
    const NameCandidate& a = candidates[k];
    const NameCandidate& b = candidates[k + 1];
    if (a.type != EntityType::person || b.type != EntityType::person || a.last != b.first) continue;
    if (!context.continues(a.last - 1) || b.span.begin != context.tokens[b.first].span.begin) continue;
    if (may_be_joined(context, b.first)) continue;
    candidates.push_back(
        make_firm(context, a.first, b.last, a.span.begin, EntityType::person, "name words side by side"));
  }
}

void agree_on_languages(const NameContext& context, std::vector<NameCandidate>& candidates) {
  size_t listed = 0;  // one past a language that others may follow: "Arabic, French and English"
  for (NameCandidate& c : candidates) {
    if (c.type == EntityType::language) listed = c.last;
    if (c.type != EntityType::norp || c.first == 0 || context.tokens[c.first].line_start) continue;
    size_t before = c.first - 1;
    const bool joined = c.span.begin != context.tokens[c.first].span.begin;
    if ((joined && c.first == listed) || (mark_at(context, before) == kArabicComma && before == listed)) {
      c.type = EntityType::language;
    } else if (context.continues(before)) {
      // "in three languages, they are Arabic ..."
      const bool bridged = before > 0 && find_cue(context, before, PhraseKind::bridge) && context.continues(before - 1);
      if (bridged) --before;
      if (find_cue(context, before, PhraseKind::language) ||
          (bridged && find_cue(context, before, PhraseKind::languages)))
        c.type = EntityType::language;
    }
    if (c.type == EntityType::language) listed = c.last;
  }
}

// "the camp of 14 March": behind a word for a political camp the day is its name.
void propose_alliances(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const std::vector<uint32_t> covered = map_candidates(context, candidates);
  for (size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    if (context.tokens[i].kind != TokenKind::number || covered[i] != NameCandidate::kNoRow) continue;
    if (!context.continues(i - 1) || !context.continues(i)) continue;
    const FoldedSpan day{context.tokens[i].span.begin, context.tokens[i + 1].span.end};
    if (is_phrase(PhraseKind::alliance_day, context.view.text(day)) && find_cue(context, i - 1, PhraseKind::alliance))
      candidates.push_back(make_firm(context, i, i + 2, day.begin, EntityType::org, "political camp"));
  }
}

void agree_on_spellings(const NameContext& context, std::vector<NameCandidate>& candidates) {
  const std::vector<uint32_t> covered = map_candidates(context, candidates);
  for (size_t i = 1; i + 1 < context.tokens.size(); ++i) {
    const LatinBrackets latin = read_brackets(context, i);
    if (latin.last == 0) continue;
    const size_t end =
        closes_quote(u'"', mark_at(context, i - 1)) || closes_quote(0, mark_at(context, i - 1)) ? i - 1 : i;
    if (end == 0) continue;
    const uint32_t before = covered[end - 1];
    const uint32_t inside = covered[latin.first];
    const bool named = before != NameCandidate::kNoRow && candidates[before].last == end;
    if (!named || !has_spelling(candidates[before].type)) continue;
    const bool whole = inside != NameCandidate::kNoRow && candidates[inside].first == latin.first &&
                       candidates[inside].last == latin.last;
    if (whole && candidates[inside].score > candidates[before].score) {
      candidates[before].type = candidates[inside].type;
    } else if (whole) {
      candidates[inside].type = candidates[before].type;
    } else {
      candidates.push_back(make_firm(context, latin.first, latin.last, context.tokens[latin.first].span.begin,
                                     candidates[before].type, "spelling of the name before"));
    }
  }
}

}  // namespace fihris
