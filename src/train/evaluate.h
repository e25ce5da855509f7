// Exact-match scores of names against gold, by type, with what was confused
// with what and the commonest errors. It prints; it decides nothing.
#pragma once
#include <array>
#include <iosfwd>
#include <map>
#include <string>
#include <vector>

#include "train/corpus.h"

namespace fihris {

struct Tally {
  size_t right = 0;
  size_t extra = 0;
  size_t missed = 0;
  [[nodiscard]] double precision() const;
  [[nodiscard]] double recall() const;
  [[nodiscard]] double f1() const;
};

class Evaluation {
 public:
  void add(const Example& example, const std::vector<GoldName>& found);
  [[nodiscard]] Tally core() const;  // PERSON ORG GPE LOC FAC
  [[nodiscard]] Tally all() const;
  void print(std::ostream& out, size_t examples) const;

 private:
  [[nodiscard]] Tally sum(size_t types) const;
  std::array<Tally, kTaggedTypes> tallies_{};
  std::map<std::string, size_t> confusions_;  // "ORG -> GPE", "ORG -> other span", "ORG -> -"
  std::map<std::string, size_t> errors_;
};

}  // namespace fihris
