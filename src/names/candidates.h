// What a source proposes as a name, before the decision: a span with a type and
// how sure the source is. Sources never look at each other's proposals; only
// decision.cpp weighs them.
#pragma once
#include <string>
#include <vector>

#include "findings.h"
#include "names/lexicon.h"
#include "text/tokens.h"

namespace fihris {

struct NameCandidate {
  uint32_t first = 0;  // tokens [first, last)
  uint32_t last = 0;
  FoldedSpan span;  // proclitics of the first token left out
  EntityType type = EntityType::person;
  float score = 0;  // 0..1: how often such a proposal is right
  Via via = Via::rule;
  std::string evidence;
  uint32_t row = kNoRow;  // lexicon row, for country and Latin name
  bool firm = false;      // the surroundings leave no doubt: outranks the tagger

  static constexpr uint32_t kNoRow = 0xFFFFFFFFU;
};

// Everything the sources read.
struct NameContext {
  const View& view;
  const Tokens& tokens;
  const std::vector<LexiconHit>& hits;
  std::vector<uint32_t> hit_begins;  // size() + 1 offsets into hits, by first token

  NameContext(const View& v, const Tokens& t, const std::vector<LexiconHit>& h);

  [[nodiscard]] std::span<const LexiconHit> hits_at(size_t token) const {
    return std::span(hits).subspan(hit_begins[token], hit_begins[token + 1] - hit_begins[token]);
  }
  // The first hit of a kind at a token, the longest first; nullptr where none is.
  [[nodiscard]] const LexiconHit* find_hit(size_t token, LexiconKind from, LexiconKind to) const;
  // Whether the next token continues the phrase: same sentence, no mark between.
  [[nodiscard]] bool continues(size_t token) const;
};

void propose_lexicon_names(const NameContext& context, std::vector<NameCandidate>& out);
void propose_person_runs(const NameContext& context, std::vector<NameCandidate>& out);
void propose_headed_names(const NameContext& context, std::vector<NameCandidate>& out);
void propose_latin_names(const NameContext& context, std::vector<NameCandidate>& out, bool alone);
void propose_tagged_names(const NameContext& context, std::vector<NameCandidate>& out);

// The type of a lexicon kind's names; nullopt for cues and single name words.
[[nodiscard]] std::optional<EntityType> type_of_kind(LexiconKind kind);

}  // namespace fihris
