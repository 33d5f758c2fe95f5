-- What was merged into a case is found whenever that merges too, and shown with what belongs to it.
create index inbox_case_merged_into on inbox_case (merged_into) where merged_into is not null;
