// Gold files: what the engine must find, in plain text that a linguist reads
// and mends. This file reads them and prints findings in the same form; the
// tests in gold_test.cpp compare.
//
//   # shows: figures            (or: names, or a list of types; default: all)
//   == a title | 2025-02-26     (the publication date is optional)
//   the text, one or more lines
//   --
//   MONEY approx 3000200 USD <TAB> surface [<TAB> counted noun]
//   PERSON <TAB> surface
//
// `# shows:` entities, quotes, changes, contexts, timeline or checks compares what
// the links room found instead (gold_links.h tells the form of those lines).
// The surface is cut from the source text, so each line also tests the offset
// map. A case with nothing after `--` expects silence. Known gaps carry `!` as
// the first letter of their title: they must fail, and are counted aloud.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "findings.h"

namespace fihris::gold {

struct Case {
  std::string title;
  std::optional<Day> published;
  bool known_gap = false;
  std::string text;                   // UTF-8
  std::vector<std::string> expected;  // lines, in text order
  size_t line = 0;                    // of the title, from 1
};

struct File {
  std::string path;
  std::string head;                // everything before the first case, kept on accepting
  std::vector<std::string> shows;  // types compared; empty: all
  std::vector<Case> cases;
  std::string error;  // empty where the file is well-formed
};

// The words of a span as UTF-8, on one line.
[[nodiscard]] std::string cut(std::u16string_view source, Span span);
[[nodiscard]] File read_file(const std::string& path);
[[nodiscard]] std::vector<std::string> find_lines(const File& file, const Case& wanted);
[[nodiscard]] std::string print_file(const File& file, const std::vector<std::vector<std::string>>& found);
[[nodiscard]] std::vector<std::string> list_files(const std::string& folder);

}  // namespace fihris::gold
