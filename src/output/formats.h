// The formats a result can be written in, and the writer that puts one or many
// results together. Each exchange format has a file of its own; what they may
// carry of a result is said there.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "findings.h"

namespace fihris {

enum class Format : uint8_t { json, text, jsonl, csv, brat, conll, tei, webanno, html };

[[nodiscard]] std::optional<Format> find_format(std::string_view name);

// Writes the results of a run, in the order they are added.
class Writer {
 public:
  // `files`: how many inputs the run has; several JSON results make one array.
  Writer(Format format, bool colour, size_t files) : format_(format), colour_(colour), files_(files) {}

  [[nodiscard]] std::string add(const std::string& file, std::u16string_view source, const Analysis& analysis);
  [[nodiscard]] std::string finish() const;

 private:
  Format format_;
  bool colour_;
  size_t files_;
  size_t added_ = 0;
};

}  // namespace fihris
