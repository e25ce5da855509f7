#include "train/evaluate.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

#include "text/utf.h"

namespace fihris {
namespace {

double ratio(size_t a, size_t b) { return b == 0 ? 0 : 100.0 * static_cast<double>(a) / static_cast<double>(b); }

std::string name_of(EntityType type) { return std::string(kEntityTypeNames[static_cast<size_t>(type)]); }

const GoldName* find_overlap(const std::vector<GoldName>& names, Span span) {
  for (const GoldName& name : names)
    if (name.span.begin < span.end && name.span.end > span.begin) return &name;
  return nullptr;
}

std::vector<std::pair<size_t, std::string>> sort_counts(const std::map<std::string, size_t>& counts) {
  std::vector<std::pair<size_t, std::string>> out;
  for (const auto& [key, count] : counts) out.emplace_back(count, key);
  std::sort(out.begin(), out.end(),
            [](const auto& a, const auto& b) { return a.first != b.first ? a.first > b.first : a.second < b.second; });
  return out;
}

void print_line(std::ostream& out, const std::string& name, const Tally& tally) {
  char line[160];
  std::snprintf(line, sizeof line, "%-10s P %5.1f R %5.1f F1 %5.2f  (%zu right, %zu extra, %zu missed)\n", name.c_str(),
                tally.precision(), tally.recall(), tally.f1(), tally.right, tally.extra, tally.missed);
  out << line;
}

}  // namespace

double Tally::precision() const { return ratio(right, right + extra); }
double Tally::recall() const { return ratio(right, right + missed); }
double Tally::f1() const { return ratio(2 * right, 2 * right + extra + missed); }

void Evaluation::add(const Example& example, const std::vector<GoldName>& found) {
  const auto surface = [&example](Span span) {
    return utf16_to_utf8(std::u16string_view(example.text).substr(span.begin, span.end - span.begin));
  };
  for (const GoldName& gold : example.gold) {
    Tally& tally = tallies_[static_cast<size_t>(gold.type)];
    if (std::find(found.begin(), found.end(), gold) != found.end()) {
      ++tally.right;
      continue;
    }
    ++tally.missed;
    const GoldName* near = find_overlap(found, gold.span);
    const std::string got = near == nullptr ? "-" : near->span == gold.span ? name_of(near->type) : "other span";
    ++confusions_[name_of(gold.type) + " -> " + got];
    ++errors_[name_of(gold.type) + " " + surface(gold.span) + " -> " +
              (near == nullptr ? "-" : name_of(near->type) + " " + surface(near->span))];
  }
  for (const GoldName& name : found) {
    if (std::find(example.gold.begin(), example.gold.end(), name) != example.gold.end()) continue;
    ++tallies_[static_cast<size_t>(name.type)].extra;
    if (find_overlap(example.gold, name.span) == nullptr) {
      ++confusions_["- -> " + name_of(name.type)];
      ++errors_["- -> " + name_of(name.type) + " " + surface(name.span)];
    }
  }
}

Tally Evaluation::sum(size_t types) const {
  Tally out;
  for (size_t i = 0; i < types; ++i) {
    out.right += tallies_[i].right;
    out.extra += tallies_[i].extra;
    out.missed += tallies_[i].missed;
  }
  return out;
}

Tally Evaluation::core() const { return sum(5); }
Tally Evaluation::all() const { return sum(kTaggedTypes); }

void Evaluation::print(std::ostream& out, size_t examples) const {
  for (size_t i = 0; i < kTaggedTypes; ++i) print_line(out, std::string(kEntityTypeNames[i]), tallies_[i]);
  print_line(out, "core", core());
  print_line(out, "all", all());
  size_t shown = 0;
  for (const auto& [count, what] : sort_counts(confusions_)) {
    if (shown++ == examples) break;
    out << "  " << count << "  " << what << "\n";
  }
  shown = 0;
  for (const auto& [count, what] : sort_counts(errors_)) {
    if (shown++ == examples) break;
    out << "  " << count << "  " << what << "\n";
  }
}

}  // namespace fihris
