// Names by their context: runs of personal name words, names behind a head
// word ("company X", "city of X").
#include "names/candidates.h"

namespace fihris {
namespace {

bool is_name_word(LexiconKind kind) { return kind >= LexiconKind::given_m && kind <= LexiconKind::particle; }
bool is_given(LexiconKind kind) { return kind == LexiconKind::given_m || kind == LexiconKind::given_f; }

// The preposition "ala" and the name "Ali" fold alike; the final letter as
// written tells them apart often enough to trust it.
bool is_written_maqsura(const View& view, const Token& token) {
  constexpr char16_t kMaqsura = 0x0649;
  return token.span.end - token.span.begin == 3 && view.letters[token.span.end - 1] == kMaqsura;
}

const LexiconHit* find_name_word(const NameContext& context, size_t token, bool first) {
  if (is_written_maqsura(context.view, context.tokens[token])) return nullptr;
  for (const LexiconHit& hit : context.hits_at(token)) {
    if (!is_name_word(hit.kind) || hit.last != hit.first + 1) continue;
    // Inside a run words stand uncut; only its first may carry a proclitic.
    if (!first && hit.reading.stem != context.tokens[token].span.begin && !hit.reading.article) continue;
    return &hit;
  }
  return nullptr;
}

struct Run {
  size_t last = 0;
  uint32_t begin = 0;  // folded offset
  int words = 0;
  int sure = 0;  // words that are no everyday words
};

Run read_run(const NameContext& context, size_t token) {
  Run run;
  const LexiconHit* start = find_name_word(context, token, true);
  if (!start || (!is_given(start->kind) && start->kind != LexiconKind::particle)) return run;
  run = {token + 1, start->reading.name, 1, start->ambiguous ? 0 : 1};
  while (run.words < 6 && context.continues(run.last - 1)) {
    const LexiconHit* next = find_name_word(context, run.last, false);
    if (!next) break;
    ++run.words;
    if (!next->ambiguous) ++run.sure;
    ++run.last;
  }
  return run;
}

FoldedSpan span_from(const NameContext& context, uint32_t begin, size_t last) {
  return {begin, context.tokens[last - 1].span.end};
}

}  // namespace

void propose_person_runs(const NameContext& context, std::vector<NameCandidate>& out) {
  for (size_t i = 0; i < context.tokens.size(); ++i) {
    if (context.tokens[i].kind != TokenKind::word) continue;
    const Run run = read_run(context, i);
    if (run.words < 2 || run.sure == 0) continue;
    const float score = 0.55F + 0.08F * static_cast<float>(run.sure < 4 ? run.sure : 4);
    out.push_back({static_cast<uint32_t>(i), static_cast<uint32_t>(run.last), span_from(context, run.begin, run.last),
                   EntityType::person, score, Via::rule, "personal name words"});
  }
}

void propose_headed_names(const NameContext& context, std::vector<NameCandidate>& out) {
  for (size_t i = 0; i + 1 < context.tokens.size(); ++i) {
    const LexiconHit* head = context.find_hit(i, LexiconKind::org_head_alone, LexiconKind::org_head_alone);
    const LexiconHit* place = context.find_hit(i, LexiconKind::place_head_alone, LexiconKind::place_head_alone);
    if (!head && !place) continue;
    const size_t name = (head ? head : place)->last;
    if (!context.continues(name - 1)) continue;
    const Token& token = context.tokens[name];
    // A Latin name behind a head is that head's name; Arabic ones need a lexicon.
    if (token.kind != TokenKind::latin) continue;
    size_t last = name + 1;
    while (last < name + 4 && context.continues(last - 1) && context.tokens[last].kind == TokenKind::latin) ++last;
    out.push_back({static_cast<uint32_t>(name), static_cast<uint32_t>(last), span_from(context, token.span.begin, last),
                   head ? EntityType::org : EntityType::gpe, 0.82F, Via::rule,
                   head ? "behind an organisation word" : "behind a place word"});
  }
}

}  // namespace fihris
